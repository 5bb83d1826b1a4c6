// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/classfinder.h"

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kNotFound = 99;

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

} // namespace

QString classId(const ClassKey &key)
{
    return toId(key.kind) + u'/' + key.code;
}

std::shared_ptr<const ClassFinder> ClassFinder::make(const QList<CatalogueEntry> &entries,
                                                     const Use &use)
{
    auto finder = std::make_shared<ClassFinder>();
    for (const CatalogueEntry &entry : entries) {
        Row row{
            entry, plain(entry.name), entry.nameEn.toLower(), {}, use.value(classId(entry.key))};
        row.sounds = soundsOf(row.name);
        finder->mRows.append(row);
    }
    std::ranges::stable_sort(finder->mRows, [](const Row &one, const Row &other) {
        // Most reports are about what happens, not about what stands there: a code that a matter
        // and a component share means the matter. Then the plain ones before those with more to
        // their names.
        const auto key = [](const Row &row) {
            return std::tuple(
                -row.use, row.entry.key.kind == CaseKind::Matter ? 0 : 1, row.name.size());
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
    const bool isLatin = std::ranges::none_of(typed, isHan);
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
