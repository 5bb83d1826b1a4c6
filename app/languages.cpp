// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gridward {

QStringList Languages::available()
{
    return {u"zh_CN"_s, u"en"_s};
}

QString Languages::preferred()
{
    // The order of POSIX; the C locale says nothing about a person.
    for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = qEnvironmentVariable(variable);
        if (!value.isEmpty()) {
            return value.startsWith("en"_L1) ? u"en"_s : u"zh_CN"_s;
        }
    }
    return u"zh_CN"_s;
}

Languages::~Languages()
{
    clear();
}

bool Languages::use(const QString &language)
{
    if (!available().contains(language)) {
        return false;
    }
    if (language == mCurrent) {
        return true;
    }
    clear();
    QLocale::setDefault(QLocale(language));
    // Qt's own words (buttons of its dialogs) first, so that ours win.
    auto qtWords = std::make_unique<QTranslator>();
    if (qtWords->load(u"qtbase_%1"_s.arg(language),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qtWords.get());
        mTranslators.push_back(std::move(qtWords));
    }
    auto ours = std::make_unique<QTranslator>();
    if (ours->load(u":/translations/gridward_%1.qm"_s.arg(language))) {
        QCoreApplication::installTranslator(ours.get());
        mTranslators.push_back(std::move(ours));
    }
    mCurrent = language;
    return true;
}

void Languages::clear()
{
    for (const std::unique_ptr<QTranslator> &translator : mTranslators) {
        QCoreApplication::removeTranslator(translator.get());
    }
    mTranslators.clear();
    mCurrent.clear();
}

} // namespace gridward
