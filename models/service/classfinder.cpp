// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/classfinder.h"

#include <algorithm>
#include <tuple>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kNotFound = 99;

/** Characters of the catalogues with a reading that ICU, which knows one of each, does not give. */
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

/** Letters, digits and Chinese characters, in lower case. */
QString plain(const QString &text)
{
    QString kept;
    for (const QChar one : text.toLower()) {
        if (one.isLetterOrNumber()) {
            kept.append(one);
        }
    }
    return kept;
}

bool isChinese(QChar one)
{
    return one.script() == QChar::Script_Han;
}

/** Do the initials of the sounds from there on begin with these letters? */
bool initialsBegin(const QList<QStringList> &sounds, qsizetype from, const QString &letters)
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

/** Can the letters be read as the sounds from there on, the last one perhaps not yet typed out? */
bool soundsBegin(const QList<QStringList> &sounds, qsizetype from, QStringView letters)
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

/** Are the letters the sounds, all of them? */
bool soundsAre(const QList<QStringList> &sounds, qsizetype from, QStringView letters)
{
    if (from >= sounds.size()) {
        return letters.isEmpty();
    }
    return std::ranges::any_of(sounds.at(from), [&](const QString &sound) {
        return letters.startsWith(sound) && soundsAre(sounds, from + 1, letters.mid(sound.size()));
    });
}

} // namespace

QString classId(const ClassKey &key)
{
    return toId(key.kind) + u'/' + key.code;
}

QStringList pinyinOf(QChar character)
{
    if (!isChinese(character)) {
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

std::shared_ptr<const ClassFinder> ClassFinder::make(const QList<CatalogueEntry> &entries,
                                                     const Use &use)
{
    auto finder = std::make_shared<ClassFinder>();
    QHash<QChar, QStringList> read; // the same few hundred characters again and again
    for (const CatalogueEntry &entry : entries) {
        Row row{
            entry, plain(entry.name), entry.nameEn.toLower(), {}, use.value(classId(entry.key))};
        for (const QChar one : std::as_const(row.name)) {
            if (!read.contains(one)) {
                read.insert(one, pinyinOf(one));
            }
            row.sounds.append(read.value(one));
        }
        finder->mRows.append(row);
    }
    std::ranges::stable_sort(finder->mRows, [](const Row &one, const Row &other) {
        // The plain ones before those with more to their names; then most reports are about what
        // happens, not about what stands there.
        const auto key = [](const Row &row) {
            return std::tuple(
                -row.use, row.name.size(), row.entry.key.kind == CaseKind::Matter ? 0 : 1);
        };
        return key(one) < key(other);
    });
    return finder;
}

int ClassFinder::rankOf(const Row &row, const QString &text)
{
    enum Rank {
        Exact,
        Initials,
        Sounds,
        InitialsBegin,
        Begins,
        CodeBegins,
        SoundsBegin,
        Contains,
        Inside
    };
    const QString typed = plain(text);
    const QString &code = row.entry.key.code;
    if (typed == code || typed == row.name || text == row.english) {
        return Exact;
    }
    // Nobody types the umlaut: lü is lu, or lv as input methods have it.
    const QString letters = QString(typed).replace(u'v', u'u');
    const bool isLatin = std::ranges::none_of(typed, isChinese);
    if (isLatin && initialsBegin(row.sounds, 0, letters)) {
        return letters.size() == row.sounds.size() ? Initials : InitialsBegin;
    }
    if (isLatin && soundsAre(row.sounds, 0, letters)) {
        return Sounds;
    }
    if (row.name.startsWith(typed) || row.english.startsWith(text)) {
        return Begins;
    }
    if (code.startsWith(typed)) {
        return CodeBegins;
    }
    if (isLatin && soundsBegin(row.sounds, 0, letters)) {
        return SoundsBegin;
    }
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const QString all = row.name + u' ' + row.english + u' ' + row.entry.majorName;
    if (std::ranges::all_of(words, [&](const QString &word) { return all.contains(word); })) {
        return Contains;
    }
    if (isLatin && typed.size() > 1) {
        for (qsizetype from = 1; from < row.sounds.size(); ++from) {
            if (initialsBegin(row.sounds, from, letters) ||
                soundsBegin(row.sounds, from, letters)) {
                return Inside;
            }
        }
    }
    return kNotFound;
}

QList<CatalogueEntry> ClassFinder::find(const QString &text, int limit) const
{
    const QString typed = text.simplified().toLower();
    QList<std::pair<int, const Row *>> found;
    for (const Row &row : mRows) {
        const int rank = typed.isEmpty() ? 0 : rankOf(row, typed);
        if (rank != kNotFound) {
            found.append({rank, &row});
        }
    }
    std::ranges::stable_sort(found, {}, &std::pair<int, const Row *>::first);
    QList<CatalogueEntry> best;
    for (const auto &[rank, row] : found.mid(0, limit)) {
        best.append(row->entry);
    }
    return best;
}

} // namespace gridward
