// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to a case on its page: what is typed, and what a picture is asked to show.
#include "models/service/districtport.h"
#include "models/view/livecases.h"
#include "ui/casepage/caseworkspace.h"
#include "ui/panels/answer.h"
#include "ui/panels/casepanel.h"

#include <QLocale>
#include <QThreadPool>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostHits = 12;

SearchHit hitOf(const Case &subject, const DistrictNames &names, bool english)
{
    return {SearchHit::Kind::Case,
            subject.id.toText(),
            subject.number,
            QStringList{names.className(subject.classKey, english), subject.address}.join(u" · "_s),
            subject.place,
            std::nullopt};
}

bool holdsWords(const QString &text, const QStringList &words)
{
    return std::ranges::all_of(
        words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

bool CaseWorkspace::showScene(const QString &id)
{
    if (id == "empty"_L1) {
        mTrail.clear();
        mShown.reset();
        mPanel->clear();
        showNothing();
        return true;
    }
    if (id == "urgent"_L1) {
        const QHash<QUuid, Case> &all = mLive.all();
        const auto worse = [](const Case &one, const Case &other) {
            return std::tuple(one.level, other.overdueAt.value_or(Instant::max()), other.number) <
                   std::tuple(other.level, one.overdueAt.value_or(Instant::max()), one.number);
        };
        const auto worst = std::ranges::max_element(all, worse);
        if (worst != all.end()) {
            showCase(worst->id);
        }
        return worst != all.end();
    }
    if (const std::optional<CaseId> known = CaseId::fromText(id)) {
        showCase(*known);
        return true;
    }
    if (id.isEmpty() || mDesk.dossiers == nullptr) {
        return false;
    }
    ++mAsked;
    whenAnswered(
        mDesk.dossiers->find(id), mDistrict, this, [this, id](const Result<QList<Case>> &found) {
            --mAsked;
            if (found && !found.value().isEmpty()) {
                showCase(found.value().first().id);
            } else {
                showState(tr("There is no case %1 that you may see").arg(id),
                          found ? QString() : found.error().message);
            }
        });
    return true;
}

/** By number in the store, by words among the open cases; the words are looked for beside the GUI
 * thread. */
QFuture<Result<QList<SearchHit>>> CaseWorkspace::search(const QString &text) const
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const bool english = QLocale().language() != QLocale::Chinese;
    return mDesk.dossiers->find(text).then(
        QThreadPool::globalInstance(),
        [words, english, open = mLive.all(), names = mDistrict.names()](
            const Result<QList<Case>> &found) -> Result<QList<SearchHit>> {
            if (!found) {
                return found.error();
            }
            QList<SearchHit> hits;
            for (const Case &one : found.value()) {
                hits.append(hitOf(one, names, english));
            }
            for (auto one = open.cbegin(); one != open.cend() && hits.size() < kMostHits; ++one) {
                const QString all = QStringList{one->number,
                                                one->text,
                                                one->address,
                                                names.className(one->classKey, english)}
                                        .join(u'\n');
                const bool isNew = std::ranges::none_of(
                    hits, [&](const SearchHit &hit) { return hit.id == one->id.toText(); });
                if (isNew && holdsWords(all, words)) {
                    hits.append(hitOf(*one, names, english));
                }
            }
            hits.resize(std::min(hits.size(), kMostHits));
            return hits;
        });
}

} // namespace gridward
