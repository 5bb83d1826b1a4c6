// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/similarpanel.h"

#include "models/domain/language.h"
#include "models/view/casewords.h"
#include "ui/panels/answer.h"
#include "ui/panels/choicelist.h"
#include "ui/panels/photostrip.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostPictures = 3;
constexpr int kPictureSide = 176; ///< logical pixels
constexpr int kMostRows = 4;

QLabel *textLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

QString className(const CatalogueEntry &entry)
{
    const bool english = isEnglish();
    return english && !entry.nameEn.isEmpty() ? entry.nameEn : entry.name;
}

} // namespace

SimilarPanel::SimilarPanel(DistrictPort &district, IntakePort &intake, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mIntake(intake)
    , mHeading(new QLabel)
    , mSaid(textLabel(u"similarSaid"_s))
    , mList(new ChoiceList)
    , mScroll(new QScrollArea)
    , mRows(new QGridLayout)
    , mCallHead(textLabel(u"formHeading"_s))
    , mKnownHead(textLabel(u"formHeading"_s))
    , mCallPhotos(new QWidget)
    , mKnownPhotos(new QWidget)
    , mJoin(new QPushButton)
{
    setObjectName(u"similarPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    mHeading->setObjectName(u"panelHeading"_s);
    mList->setFilterVisible(false);
    mList->setVisibleRows(1);
    mJoin->setObjectName(u"similarJoin"_s);
    for (QWidget *photos : {mCallPhotos, mKnownPhotos}) {
        auto *column = new QVBoxLayout(photos);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
    }
    auto *content = new QWidget;
    content->setObjectName(u"similarContent"_s);
    mRows->setContentsMargins(0, 8, 8, 8);
    mRows->setHorizontalSpacing(16);
    mRows->setVerticalSpacing(2);
    mRows->setColumnStretch(0, 1);
    mRows->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(mRows);
    column->addStretch(1);
    mScroll->setObjectName(u"similarScroll"_s);
    mScroll->setWidget(content);
    mScroll->setWidgetResizable(true);
    mScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mScroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(6);
    layout->addWidget(mHeading);
    layout->addWidget(mSaid);
    layout->addWidget(mList);
    layout->addWidget(mScroll, 100);
    layout->addWidget(mJoin, 0, Qt::AlignLeft);
    layout->addStretch(1); // alone below what is said while there is nothing to compare
    connect(mList, &ChoiceList::currentChanged, this, &SimilarPanel::compare);
    connect(mList, &ChoiceList::accepted, mJoin, qOverload<>(&QWidget::setFocus));
    connect(mJoin, &QPushButton::clicked, this, [this] {
        if (const std::optional<Case> known = chosen()) {
            emit joinRequested(*known);
        }
    });
    retranslate();
}

void SimilarPanel::setCall(const CallFacts &call)
{
    mCall = call;
    std::optional<SimilarQuery> query;
    if (call.place && !call.outside) {
        query = SimilarQuery{*call.place};
        if (call.classEntry) {
            query->kind = call.classEntry->key.kind;
            query->classCode = call.classEntry->key.code;
        }
    }
    if (query != mAsked) {
        mAsked = query;
        ask();
    } else {
        compare();
    }
}

void SimilarPanel::readAgain()
{
    ask();
}

void SimilarPanel::ask()
{
    const int question = ++mQuestion;
    if (!mAsked) {
        mAnswered = question;
        take(QList<SimilarCase>());
        return;
    }
    say();
    whenAnswered(mIntake.similar(*mAsked),
                 mDistrict,
                 this,
                 [this, question](const Result<QList<SimilarCase>> &found) {
                     if (question == mQuestion) {
                         mAnswered = question;
                         take(found);
                     }
                 });
}

void SimilarPanel::take(const Result<QList<SimilarCase>> &found)
{
    mFailure = found ? QString() : found.error().message;
    mFound = found ? found.value() : QList<SimilarCase>();
    const Instant now = mDistrict.clock().now();
    const bool english = isEnglish();
    QList<Choice> choices;
    for (const SimilarCase &one : std::as_const(mFound)) {
        choices.append(
            {one.subject.id.toText(),
             mDistrict.names().className(one.subject.classKey, english),
             one.subject.text,
             u"%1 · %2"_s.arg(distanceText(one.metres),
                              case_words::sinceText(one.subject.reportedAt.value_or(now), now))});
    }
    mList->setChoices(choices);
    mList->setVisibleRows(static_cast<int>(std::clamp<qsizetype>(choices.size(), 1, kMostRows)));
    mList->setMaximumHeight(
        48 * static_cast<int>(std::clamp<qsizetype>(choices.size(), 1, kMostRows)) + 8);
    say();
    compare();
}

void SimilarPanel::say()
{
    QString said;
    if (!mCall.place) {
        said =
            tr("As soon as the place is known, cases of the last 24 hours around it stand here.");
    } else if (mCall.outside) {
        said = tr("The place lies outside of the district: there is nothing to compare with.");
    } else if (mAnswered != mQuestion) {
        said = tr("Looking …");
    } else if (!mFailure.isEmpty()) {
        said = mFailure;
    } else if (mFound.isEmpty()) {
        said = mCall.classEntry ? tr("None of this class within %1 m in the last %2 hours.")
                                      .arg(kSimilarMetres)
                                      .arg(kSimilarAge.count())
                                : tr("None within %1 m in the last %2 hours.")
                                      .arg(kSimilarMetres)
                                      .arg(kSimilarAge.count());
    }
    mSaid->setText(said);
    mSaid->setVisible(!said.isEmpty());
    mHeading->setText(mFound.isEmpty() ? tr("Likely duplicates")
                                       : tr("Likely duplicates: %1").arg(mFound.size()));
    mList->setVisible(!mFound.isEmpty());
}

std::optional<Case> SimilarPanel::chosen() const
{
    const QString id = mList->current();
    for (const SimilarCase &one : mFound) {
        if (one.subject.id.toText() == id) {
            return one.subject;
        }
    }
    return std::nullopt;
}

void SimilarPanel::addRow(const QString &name, const QString &call, const QString &known)
{
    const int row = mNextRow;
    mNextRow += 3;
    QLabel *label = textLabel(u"fieldLabel"_s);
    label->setText(name);
    QLabel *mine = textLabel({});
    mine->setText(call.isEmpty() ? u"–"_s : call);
    QLabel *theirs = textLabel({});
    theirs->setText(known.isEmpty() ? u"–"_s : known);
    mRows->addWidget(label, row, 0, 1, 2);
    mRows->addWidget(mine, row + 1, 0);
    mRows->addWidget(theirs, row + 1, 1);
    mRows->setRowMinimumHeight(row + 2, 4);
    mCells += {label, mine, theirs};
}

void SimilarPanel::compare()
{
    qDeleteAll(mCells);
    mCells.clear();
    mNextRow = 1;
    const std::optional<Case> known = chosen();
    mScroll->setVisible(known.has_value());
    mJoin->setVisible(known.has_value());
    if (!known) {
        mPicturesOf.reset();
        return;
    }
    const Instant now = mDistrict.clock().now();
    const bool english = isEnglish();
    const DistrictNames &names = mDistrict.names();
    const auto found =
        std::ranges::find(mFound, known->id, [](const SimilarCase &one) { return one.subject.id; });
    mKnownHead->setText(tr("Case %1").arg(known->number));
    mRows->addWidget(mCallHead, 0, 0);
    mRows->addWidget(mKnownHead, 0, 1);
    addRow(tr("Class"),
           mCall.classEntry ? className(*mCall.classEntry) : QString(),
           names.className(known->classKey, english));
    addRow(tr("Words"), mCall.text, known->text);
    addRow(tr("Address"), mCall.address, known->address);
    addRow(tr("Distance"), {}, tr("%1 from the call").arg(distanceText(found->metres)));
    addRow(tr("Reported"), tr("now"), case_words::sinceText(known->reportedAt.value_or(now), now));
    addRow(tr("State"), {}, case_words::word(known->state));
    addRow(tr("With"), {}, known->unit.isEmpty() ? QString() : names.unit(known->unit, english));
    addRow(tr("Pictures"), {}, {});
    // The pictures themselves instead of the two dashes of the last row.
    for (int i = 0; i < 2; ++i) {
        delete mCells.takeLast();
    }
    const int row = mNextRow - 2;
    mRows->addWidget(mCallPhotos, row, 0, Qt::AlignTop);
    mRows->addWidget(mKnownPhotos, row, 1, Qt::AlignTop);
    if (mCallPictures != mCall.pictures || mPicturesOf != known->id) {
        mCallPictures = mCall.pictures;
        showPictures(mCallPictures, mCallPhotos, &mCallTurn);
        if (mPicturesOf != known->id) {
            mPicturesOf = known->id;
            readPictures();
        }
    }
}

void SimilarPanel::readPictures()
{
    showPictures({}, mKnownPhotos, &mKnownTurn);
    const CaseId id = *mPicturesOf;
    whenAnswered(mIntake.pictures(id, kMostPictures),
                 mDistrict,
                 this,
                 [this, id](const Result<QList<Attachment>> &pictures) {
                     if (mPicturesOf == id && pictures) {
                         showPictures(pictures.value(), mKnownPhotos, &mKnownTurn);
                     }
                 });
}

void SimilarPanel::showPictures(const QList<Attachment> &pictures, QWidget *into, int *turn)
{
    const int mine = ++*turn;
    const qreal ratio = devicePixelRatioF();
    const auto put = [into, ratio](const QList<QImage> &images, const QString &none) {
        while (QLayoutItem *old = into->layout()->takeAt(0)) {
            delete old->widget();
            delete old;
        }
        for (const QImage &image : images) {
            if (!image.isNull()) {
                auto *label = new QLabel;
                QPixmap pixmap = QPixmap::fromImage(image);
                pixmap.setDevicePixelRatio(ratio);
                label->setPixmap(pixmap);
                into->layout()->addWidget(label);
            }
        }
        if (into->layout()->count() == 0) {
            into->layout()->addWidget(new QLabel(none));
        }
    };
    put({}, tr("none"));
    if (pictures.isEmpty()) {
        return;
    }
    ++mScaling;
    const int side = static_cast<int>(kPictureSide * ratio);
    scalePictures(pictures.mid(0, kMostPictures), side)
        .then(this, [this, put, turn, mine](const QList<QImage> &images) {
            --mScaling;
            if (*turn == mine) {
                put(images, tr("none"));
            }
        });
}

void SimilarPanel::setTheme(const Theme &theme)
{
    mList->setTheme(theme);
}

void SimilarPanel::focusList()
{
    if (mFound.isEmpty()) {
        return;
    }
    mList->setFocus(Qt::ShortcutFocusReason);
}

void SimilarPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        take(mFailure.isEmpty() ? Result<QList<SimilarCase>>(mFound)
                                : Result<QList<SimilarCase>>(Error{{}, mFailure, {}}));
    }
    QWidget::changeEvent(event);
}

void SimilarPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit left();
        return;
    }
    QWidget::keyPressEvent(event);
}

void SimilarPanel::retranslate()
{
    setAccessibleName(tr("Likely duplicates"));
    mCallHead->setText(tr("This call"));
    mJoin->setText(tr("Join the call with this case  F8"));
    mJoin->setAccessibleName(tr("Join the call with this case"));
    say();
}

} // namespace gridward
