// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casedossier.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace gridward {

/**
 * The whole log of a case, a row a step, each with the beginning of its hash and whether it follows
 * from the step before; above it whether the chain holds, which nobody overlooks if it does not.
 * GUI thread.
 */
class ChainLog final : public QWidget
{
    Q_OBJECT
public:
    explicit ChainLog(QWidget *parent = nullptr);

    void setDossier(const CaseDossier &dossier);
    void clear();

private:
    QLabel *mSaid;
    QLabel *mHead;
    QWidget *mBox = nullptr;
};

} // namespace gridward
