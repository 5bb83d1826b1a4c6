// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

#include <memory>
#include <vector>

namespace gridward {

/** Puts the program into a language, also while it runs. GUI thread, one per process. */
class Languages
{
public:
    /** zh_CN and en. */
    [[nodiscard]] static QStringList available();
    /** English where the user's environment asks for it, else Chinese. */
    [[nodiscard]] static QString preferred();

    ~Languages();

    /** False, and no change, for a language that there is not. Every window gets a LanguageChange.
     */
    bool use(const QString &language);
    [[nodiscard]] QString current() const { return mCurrent; }

private:
    void clear();

    QString mCurrent;
    std::vector<std::unique_ptr<QTranslator>> mTranslators;
};

} // namespace gridward
