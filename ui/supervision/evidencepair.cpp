// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/evidencepair.h"

#include "models/view/casewords.h"
#include "ui/panels/photoloading.h"
#include "ui/panels/picturestage.h"

#include <QBoxLayout>
#include <QCryptographicHash>
#include <QEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPixmap>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kSide = 1200; ///< pixels: as large as a picture is ever shown
constexpr int kHeight = 232;
constexpr int kSmall = 152; ///< in a window that is not high, the rows come first
constexpr int kHighWindow = 1000;
constexpr int kLow = 36; ///< where there is nothing to be seen, the words need no more

/** Of a report, and of looking at it before filing, a picture shows what was there. */
bool isOfBefore(const CaseEvent &event)
{
    return event.action == CaseAction::Report || event.action == CaseAction::Verify;
}

bool isOfAfter(const CaseEvent &event)
{
    return event.action == CaseAction::Handle || event.action == CaseAction::Feedback;
}

} // namespace

EvidencePair::EvidencePair(DistrictPort &district, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
{
    setObjectName(u"evidencePair"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(16);
    makeSide(mSides[0], u"Before"_s);
    makeSide(mSides[1], u"After"_s);
    clear();
}

void EvidencePair::makeSide(Side &side, const QString &name)
{
    side.title = new QLabel(this);
    side.title->setObjectName(u"evidenceTitle"_s);
    side.picture = new QLabel(this);
    side.picture->setObjectName(u"evidence"_s + name);
    side.picture->setProperty("evidence", true);
    side.picture->setAlignment(Qt::AlignCenter);
    side.picture->setFixedHeight(kLow);
    side.picture->setMinimumWidth(160);
    side.picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    side.picture->setWordWrap(true);
    side.picture->installEventFilter(this);
    side.note = new QLabel(this);
    side.note->setObjectName(u"panelNote"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(side.title);
    head->addWidget(side.note, 1);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(side.picture);
    static_cast<QBoxLayout *>(layout())->addLayout(column, 1);
}

void EvidencePair::clear()
{
    ++mRound;
    mHasCase = false;
    for (Side &side : mSides) {
        side.pictures.clear();
        side.images.clear();
        side.shown = 0;
    }
    showSide(0);
    showSide(1);
}

void EvidencePair::setFile(const CaseFile &file)
{
    ++mRound;
    mHasCase = true;
    mHandedIn = file.subject.handledAt.has_value();
    QHash<QString, const CaseEvent *> eventOf; // by the hash that the log names
    for (const CaseEvent &event : file.events) {
        if (!isOfBefore(event) && !isOfAfter(event)) {
            continue;
        }
        const QJsonObject facts = QJsonDocument::fromJson(event.facts).object();
        for (const QJsonValue &one : facts.value(QLatin1String(fact::kAttachments)).toArray()) {
            eventOf.insert(one[u"sha256"].toString(), &event);
        }
    }
    for (Side &side : mSides) {
        side.pictures.clear();
        side.images.clear();
        side.shown = 0;
    }
    for (const Attachment &attachment : file.attachments) {
        const QString hash = QString::fromLatin1(
            QCryptographicHash::hash(attachment.content, QCryptographicHash::Sha256).toHex());
        const CaseEvent *event = eventOf.value(hash);
        if (event != nullptr && attachment.mediaType.startsWith("image/"_L1)) {
            mSides[isOfAfter(*event) ? 1 : 0].pictures.append(
                {attachment, event->actor, event->at});
        }
    }
    // The last one of the work is how it is now.
    std::ranges::reverse(mSides[1].pictures);
    for (int side = 0; side < 2; ++side) {
        showSide(side);
        read(side);
    }
}

void EvidencePair::read(int side)
{
    QList<Attachment> pictures;
    for (const Picture &one : std::as_const(mSides.at(static_cast<std::size_t>(side)).pictures)) {
        pictures.append(one.attachment);
    }
    if (pictures.isEmpty()) {
        return;
    }
    ++mReading;
    scalePictures(pictures, kSide)
        .then(this, [this, side, round = mRound](const QList<QImage> &images) {
            --mReading;
            if (round == mRound) {
                mSides.at(static_cast<std::size_t>(side)).images = images;
                showSide(side);
            }
        });
}

void EvidencePair::showNext()
{
    for (int side = 0; side < 2; ++side) {
        Side &one = mSides.at(static_cast<std::size_t>(side));
        if (!one.images.isEmpty()) {
            one.shown = (one.shown + 1) % one.images.size();
            showSide(side);
        }
    }
}

void EvidencePair::enlarge()
{
    std::array<QList<StagedPicture>, 2> staged;
    qsizetype first = 0;
    for (std::size_t side = 0; side < mSides.size(); ++side) {
        const Side &one = mSides.at(side);
        for (const Picture &picture : one.pictures) {
            staged.at(side).append(
                {picture.attachment, one.title->text() + u" · "_s + noteOf(picture)});
        }
        first = std::max(first, one.shown);
    }
    PictureStage::open(*this, stagedPairs(staged[0], staged[1]), first);
}

bool EvidencePair::eventFilter(QObject *watched, QEvent *event)
{
    const auto side = std::ranges::find(mSides, watched, &Side::picture);
    if (side == mSides.end() || side->pictures.isEmpty()) {
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
            enlarge();
            return true;
        }
    }
    if (event->type() == QEvent::MouseButtonRelease &&
        static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
        enlarge();
        return true;
    }
    // Else the press would go on to what is behind, and the release with it.
    return event->type() == QEvent::MouseButtonPress || QWidget::eventFilter(watched, event);
}

QString EvidencePair::noteOf(const Picture &picture) const
{
    return case_words::timeText(picture.at, mDistrict.clock().now()) + u" · "_s + picture.actor;
}

QString EvidencePair::nothingText(int side) const
{
    if (!mHasCase) {
        return {};
    }
    if (side == 0) {
        return tr("No picture came with the report.");
    }
    return mHandedIn ? tr("No picture came with the work handed in.")
                     : tr("The work is not handed in yet.");
}

void EvidencePair::showSide(int side)
{
    Side &one = mSides.at(static_cast<std::size_t>(side));
    one.title->setText(side == 0 ? tr("Before") : tr("After"));
    const bool isAny =
        std::ranges::any_of(mSides, [](const Side &either) { return !either.pictures.isEmpty(); });
    const int high = window()->height() < kHighWindow ? kSmall : kHeight;
    one.picture->setFixedHeight(isAny ? high : kLow);
    const QImage image = one.images.value(one.shown);
    if (image.isNull()) {
        one.picture->setPixmap({});
        const bool reads = !one.pictures.isEmpty() && one.images.isEmpty();
        one.picture->setText(reads                     ? tr("Reading the picture …")
                             : !one.pictures.isEmpty() ? tr("The picture cannot be read.")
                                                       : nothingText(side));
    } else {
        const qreal ratio = devicePixelRatioF();
        QPixmap picture = QPixmap::fromImage(image.scaled(
            one.picture->size() * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        picture.setDevicePixelRatio(ratio);
        one.picture->setPixmap(picture);
    }
    QStringList said;
    if (one.shown < one.pictures.size()) {
        const Picture &shown = one.pictures.at(one.shown);
        said.append(noteOf(shown));
        if (one.pictures.size() > 1) {
            said.append(tr("%1 of %2").arg(one.shown + 1).arg(one.pictures.size()));
        }
        one.picture->setAccessibleName(shown.attachment.name);
    }
    // The rows keep the keyboard when one clicks; by Tab one comes here.
    one.picture->setFocusPolicy(one.pictures.isEmpty() ? Qt::NoFocus : Qt::TabFocus);
    one.picture->setToolTip(one.pictures.isEmpty() ? QString() : tr("Show it large (Enter)"));
    if (one.pictures.isEmpty()) {
        one.picture->unsetCursor();
    } else {
        one.picture->setCursor(Qt::PointingHandCursor);
    }
    one.note->setText(said.join(u" · "_s));
}

void EvidencePair::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showSide(0);
    showSide(1);
}

void EvidencePair::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        showSide(0);
        showSide(1);
    }
    QWidget::changeEvent(event);
}

} // namespace gridward
