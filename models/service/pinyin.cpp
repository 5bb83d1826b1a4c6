// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/pinyin.h"

#include <QHash>

#include <algorithm>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

/** Characters with a reading that ICU, which knows one of each, does not give. */
const QHash<QChar, QStringList> &otherReadings()
{
    static const QHash<QChar, QStringList> readings{{u'调', {u"tiao"_s, u"diao"_s}},
                                                    {u'行', {u"xing"_s, u"hang"_s}},
                                                    {u'长', {u"chang"_s, u"zhang"_s}},
                                                    {u'重', {u"zhong"_s, u"chong"_s}},
                                                    {u'传', {u"chuan"_s, u"zhuan"_s}},
                                                    {u'乐', {u"le"_s, u"yue"_s}},
                                                    {u'畜', {u"chu"_s, u"xu"_s}},
                                                    {u'露', {u"lu"_s, u"lou"_s}},
                                                    {u'石', {u"shi"_s, u"dan"_s}},
                                                    {u'车', {u"che"_s, u"ju"_s}},
                                                    {u'单', {u"dan"_s, u"shan"_s}},
                                                    {u'便', {u"bian"_s, u"pian"_s}},
                                                    {u'处', {u"chu"_s}},
                                                    {u'地', {u"di"_s}},
                                                    {u'屏', {u"ping"_s, u"bing"_s}},
                                                    {u'弹', {u"dan"_s, u"tan"_s}},
                                                    {u'藏', {u"cang"_s, u"zang"_s}},
                                                    {u'厦', {u"sha"_s, u"xia"_s}},
                                                    {u'泊', {u"bo"_s, u"po"_s}},
                                                    {u'卷', {u"juan"_s}},
                                                    {u'校', {u"xiao"_s, u"jiao"_s}},
                                                    {u'降', {u"jiang"_s, u"xiang"_s}},
                                                    {u'率', {u"lu"_s, u"shuai"_s}},
                                                    {u'脏', {u"zang"_s}},
                                                    {u'落', {u"luo"_s, u"la"_s}}};
    return readings;
}

} // namespace

bool isHan(QChar one)
{
    return one.script() == QChar::Script_Han;
}

QStringList pinyinOf(QChar character)
{
    if (!isHan(character)) {
        return {QString(character.toLower())};
    }
    if (const auto known = otherReadings().constFind(character); known != otherReadings().cend()) {
        return *known;
    }
    // Making one reads ICU's tables; each thread has its own, for they may not be shared.
    thread_local const std::unique_ptr<icu::Transliterator> reader = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            icu::UnicodeString::fromUTF8("Han-Latin; Latin-ASCII; Lower"), UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    if (!reader) {
        return {QString(character)};
    }
    icu::UnicodeString sound(static_cast<char16_t>(character.unicode()));
    reader->transliterate(sound);
    return {QString::fromUtf16(sound.getBuffer(), sound.length()).trimmed()};
}

NameSounds soundsOf(const QString &name)
{
    // The same few hundred characters again and again.
    thread_local QHash<QChar, QStringList> read;
    NameSounds sounds;
    for (const QChar one : name) {
        auto known = read.constFind(one);
        if (known == read.cend()) {
            known = read.insert(one, pinyinOf(one));
        }
        sounds.append(*known);
    }
    return sounds;
}

bool initialsBegin(const NameSounds &sounds, qsizetype from, const QString &letters)
{
    if (from + letters.size() > sounds.size()) {
        return false;
    }
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const QChar letter = letters.at(i);
        if (std::ranges::none_of(sounds.at(from + i),
                                 [&](const QString &sound) { return sound.startsWith(letter); })) {
            return false;
        }
    }
    return true;
}

bool soundsBegin(const NameSounds &sounds, qsizetype from, QStringView letters)
{
    if (letters.isEmpty()) {
        return true;
    }
    if (from >= sounds.size()) {
        return false;
    }
    return std::ranges::any_of(sounds.at(from), [&](const QString &sound) {
        if (letters.size() <= sound.size()) {
            return sound.startsWith(letters);
        }
        return letters.startsWith(sound) &&
               soundsBegin(sounds, from + 1, letters.mid(sound.size()));
    });
}

bool soundsAre(const NameSounds &sounds, qsizetype from, QStringView letters)
{
    if (from >= sounds.size()) {
        return letters.isEmpty();
    }
    return std::ranges::any_of(sounds.at(from), [&](const QString &sound) {
        return letters.startsWith(sound) && soundsAre(sounds, from + 1, letters.mid(sound.size()));
    });
}

bool soundsLike(const QString &name, const QString &typed)
{
    // Nobody types the umlaut: lü is lu, or lv as input methods have it.
    const QString letters = typed.toLower().replace(u'v', u'u');
    if (letters.isEmpty() || std::ranges::any_of(letters, isHan) ||
        std::ranges::none_of(name, isHan)) {
        return false;
    }
    QString plain;
    std::ranges::copy_if(
        name, std::back_inserter(plain), [](QChar one) { return one.isLetterOrNumber(); });
    const NameSounds sounds = soundsOf(plain.toLower());
    // A single letter would be found in every name.
    const qsizetype last =
        letters.size() > 1 ? sounds.size() : std::min<qsizetype>(1, sounds.size());
    for (qsizetype from = 0; from < last; ++from) {
        if (initialsBegin(sounds, from, letters) || soundsBegin(sounds, from, letters)) {
            return true;
        }
    }
    return false;
}

} // namespace gridward
