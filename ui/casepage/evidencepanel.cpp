// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepage/evidencepanel.h"

#include "models/view/dossierwords.h"
#include "ui/panels/facttable.h"
#include "ui/panels/photoloading.h"
#include "ui/panels/picturestage.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kSide = 1200; ///< pixels that a picture is read at
constexpr int kHighest = 460;
constexpr int kLabelWidth = 88;
constexpr int kFocusLine = 2;

QLabel *label(const QString &text, const QString &name)
{
    auto *made = new QLabel(text);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

} // namespace

PictureView::PictureView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"evidencePicture"_s);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::TabFocus);
}

void PictureView::setPicture(const QImage &picture)
{
    mPicture = picture;
    if (picture.isNull()) {
        unsetCursor();
    } else {
        setCursor(Qt::PointingHandCursor);
        setToolTip(tr("Show it large (Enter)"));
    }
    updateGeometry();
    update();
}

void PictureView::setWords(const QString &words)
{
    mWords = words;
    update();
}

QSize PictureView::sizeHint() const
{
    return {240, heightForWidth(240)};
}

int PictureView::heightForWidth(int width) const
{
    if (mPicture.isNull()) {
        return 96;
    }
    const QSize fits =
        mPicture.size().scaled(std::min(width, mPicture.width()), kHighest, Qt::KeepAspectRatio);
    return std::min(fits.height(), mPicture.height());
}

void PictureView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void PictureView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void PictureView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
        emit activated();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PictureView::mousePressEvent(QMouseEvent *event)
{
    event->setAccepted(event->button() == Qt::LeftButton); // the release is wanted
}

void PictureView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) {
        emit activated();
    }
}

void PictureView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (mPicture.isNull()) {
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, mWords);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSize size = mPicture.size().scaled(rect().size(), Qt::KeepAspectRatio);
    painter.drawImage(QRect(QPoint(0, 0), size), mPicture);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), kFocusLine));
        painter.drawRect(QRect(QPoint(0, 0), size).adjusted(1, 1, -1, -1));
    }
}

EvidencePanel::EvidencePanel(QWidget *parent)
    : QWidget(parent)
    , mBox(nullptr)
{
    setObjectName(u"evidencePanel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    clear();
}

void EvidencePanel::clear()
{
    ++mTurn;
    mScaling = 0;
    mShown.clear();
    mPictures.clear();
    delete mBox;
    mBox = new QWidget;
    mGrid = new QGridLayout(mBox);
    mGrid->setContentsMargins(0, 0, 0, 0);
    mGrid->setHorizontalSpacing(16);
    mGrid->setVerticalSpacing(12);
    mGrid->setColumnStretch(0, 1);
    mGrid->setColumnStretch(1, 1);
    layout()->addWidget(mBox);
}

void EvidencePanel::addNotice(const QString &text, bool alert)
{
    QLabel *notice = label(text, alert ? u"caseNotice"_s : u"panelNote"_s);
    if (alert) {
        notice->setProperty("level", u"error"_s);
    }
    mGrid->addWidget(notice, mGrid->rowCount(), 0, 1, 2);
}

void EvidencePanel::setDossier(const CaseDossier &dossier)
{
    clear();
    mShown = dossier.evidence;
    for (const QString &line : dossier_words::missingLines(dossier)) {
        addNotice(line, true);
    }
    if (mShown.isEmpty()) {
        addNotice(tr("No picture or file came with this case."), false);
        return;
    }
    // Before and after side by side; what belongs to neither stands below, in both columns.
    const int first = mGrid->rowCount();
    int before = first;
    int after = first;
    QList<const EvidenceItem *> others;
    for (const EvidenceItem &item : std::as_const(mShown)) {
        if (item.phase == EvidencePhase::Before) {
            mGrid->addWidget(makeCard(item, dossier), before++, 0, Qt::AlignTop);
        } else if (item.phase == EvidencePhase::After) {
            mGrid->addWidget(makeCard(item, dossier), after++, 1, Qt::AlignTop);
        } else {
            others.append(&item);
        }
    }
    if ((before == first) != (after == first)) {
        QLabel *none = label(before == first ? tr("Before: nothing came with the report.")
                                             : tr("After: nothing came with the work yet."),
                             u"panelNote"_s);
        mGrid->addWidget(none, first, before == first ? 0 : 1, Qt::AlignTop);
    }
    int row = std::max(before, after) + 1;
    for (qsizetype i = 0; i < others.size(); ++i) {
        mGrid->addWidget(
            makeCard(*others.at(i), dossier), row, static_cast<int>(i % 2), Qt::AlignTop);
        row += i % 2 == 0 ? 0 : 1;
    }
    readPictures();
}

QWidget *EvidencePanel::makeCard(const EvidenceItem &item, const CaseDossier &dossier)
{
    auto *card = new QWidget;
    card->setObjectName(u"evidenceCard"_s);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    const QString title =
        u"%1 · %2"_s.arg(dossier_words::phaseWord(item.phase), item.attachment.name);
    layout->addWidget(label(title, u"eventAction"_s));
    if (item.isPicture()) {
        auto *view = new PictureView;
        view->setAccessibleName(item.attachment.name);
        view->setWords(tr("Reading …"));
        layout->addWidget(view);
        mPictures.append({item.attachment, view, item.phase, title});
        connect(view, &PictureView::activated, this, [this, view] { enlarge(view); });
    } else if (item.state != EvidenceItem::State::Missing) {
        layout->addWidget(
            label(tr("A file, %1").arg(QLocale().formattedDataSize(item.attachment.content.size())),
                  u"panelNote"_s));
    }
    layout->addWidget(label(dossier_words::evidenceOrigin(item, dossier), u"panelNote"_s));
    auto *facts = new FactTable;
    facts->setLabelWidth(kLabelWidth);
    QList<Fact> lines;
    for (const dossier_words::Line &line : dossier_words::evidenceLines(item)) {
        lines.append({line.label, line.value, line.alert});
    }
    facts->setFacts(lines);
    layout->addWidget(facts);
    return card;
}

/** Before and after side by side, then each of the others. */
void EvidencePanel::enlarge(const PictureView *view)
{
    QList<StagedPicture> before;
    QList<StagedPicture> after;
    QList<StagedView> others;
    qsizetype first = 0;
    for (const Attached &one : std::as_const(mPictures)) {
        const StagedPicture picture{one.attachment, one.title};
        const bool isBefore = one.phase == EvidencePhase::Before;
        const bool isAfter = one.phase == EvidencePhase::After;
        if (one.view == view) {
            first = isBefore ? before.size() : isAfter ? after.size() : -1 - others.size();
        }
        if (isBefore || isAfter) {
            (isBefore ? before : after).append(picture);
        } else {
            others.append(StagedView{picture, std::nullopt});
        }
    }
    const QList<StagedView> pairs = stagedPairs(before, after);
    PictureStage::open(*this, pairs + others, first >= 0 ? first : pairs.size() - 1 - first);
}

void EvidencePanel::readPictures()
{
    QList<Attachment> pictures;
    for (const Attached &one : std::as_const(mPictures)) {
        pictures.append(one.attachment);
    }
    if (pictures.isEmpty()) {
        return;
    }
    ++mScaling;
    scalePictures(pictures, kSide).then(this, [this, turn = mTurn](const QList<QImage> &images) {
        if (turn != mTurn) {
            return;
        }
        --mScaling;
        for (qsizetype i = 0; i < std::min(images.size(), mPictures.size()); ++i) {
            PictureView *view = mPictures.at(i).view;
            view->setPicture(images.at(i));
            if (images.at(i).isNull()) {
                view->setWords(tr("This picture cannot be shown: it is damaged, or of a "
                                  "kind that is not read here."));
            }
        }
        emit settled();
    });
}

} // namespace gridward
