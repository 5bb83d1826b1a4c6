// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to a case on its page: what is typed, and what a picture is asked to show.
#include "models/domain/language.h"
#include "models/service/districtport.h"
#include "models/view/livecases.h"
#include "ui/casepage/caseworkspace.h"
#include "ui/casepage/evidencepanel.h"
#include "ui/panels/answer.h"
#include "ui/panels/casepanel.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostHits = 12;
constexpr int kPlaced = 50; ///< milliseconds until what is new on the page has its place

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

bool CaseWorkspace::showScene(const QString &scene)
{
    const QString id = scene.section(u':', 0, 0);
    const int part = scene.section(u':', 1).toInt();
    if (scene.contains(u':') && (part < 1 || part > PartCount)) {
        return false;
    }
    mWantedPlace = -1;
    mWanted = part > 0 ? std::optional(static_cast<Part>(part - 1)) : std::nullopt;
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
    const bool english = isEnglish();
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

void CaseWorkspace::goBack()
{
    if (mPanel->isBusy()) {
        mPanel->focusActions();
        return;
    }
    if (mTrail.isEmpty()) {
        emit left();
        return;
    }
    const CaseId before = mTrail.takeLast();
    open(before);
}

void CaseWorkspace::goTo(Part part)
{
    if (mStack->currentIndex() != 1) {
        return;
    }
    if (part == Steps) {
        mPanel->focusActions();
        return;
    }
    QWidget *section = mSections.at(static_cast<std::size_t>(part));
    QScrollArea *area = part > Evidence && mIsWide ? mRight : mMiddle;
    area->setFocus(Qt::ShortcutFocusReason);
    area->verticalScrollBar()->setValue(section->y());
}

/** Not before the pictures are there, which move all that is below them. */
void CaseWorkspace::goToWanted()
{
    if (!mWanted || !mDossier || !mEvidence->isSettled()) {
        return;
    }
    QTimer::singleShot(2 * kPlaced, this, [this] {
        if (!mWanted) {
            return;
        }
        // Twice at the same place: nothing above it grows any more.
        const QWidget *section = mSections.at(static_cast<std::size_t>(*mWanted));
        const int place = section != nullptr ? section->y() : 0;
        if (std::exchange(mWantedPlace, place) != place) {
            goToWanted();
        } else {
            goTo(*std::exchange(mWanted, std::nullopt));
        }
    });
}

/** Whoever reads on while somebody else changes the case stays where they are; another case begins
 * at its beginning. */
void CaseWorkspace::keepPlaces(bool isSame)
{
    for (QScrollArea *area : {mMiddle, mRight}) {
        const int place = isSame ? area->verticalScrollBar()->value() : 0;
        QTimer::singleShot(
            kPlaced, area, [area, place] { area->verticalScrollBar()->setValue(place); });
    }
}

} // namespace gridward
