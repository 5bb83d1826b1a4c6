// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/engine/mapengine.h"
#include "tests/support/testregistry.h"

#include <QApplication>

int main(int argc, char **argv)
{
    const std::unique_ptr<QApplication> application =
        gridward::MapEngine::createApplication(argc, argv);
    return gridward::runTests(argc, argv);
}
