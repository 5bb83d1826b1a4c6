// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/language.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace gridward {

bool isEnglish()
{
    return QLocale().language() != QLocale::Chinese;
}

QString listed(const QStringList &words)
{
    return words.join(isEnglish() ? u", "_s : u"、"_s);
}

} // namespace gridward
