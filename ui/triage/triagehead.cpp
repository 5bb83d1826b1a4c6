// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/triage/triagehead.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kRest = 150; ///< milliseconds behind the last key

} // namespace

TriageHead::TriageHead(QWidget *parent)
    : QWidget(parent)
    , mHeading(new QLabel)
    , mFind(new QLineEdit)
    , mBatch(new QComboBox)
    , mOpenFile(new QPushButton)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeLanes());
    layout->addWidget(makeFilters());
    mBatch->addItem({}, QString());
    mTyping.setSingleShot(true);
    mTyping.setInterval(kRest);
    connect(&mTyping, &QTimer::timeout, this, &TriageHead::filterChanged);
    connect(mFind, &QLineEdit::textChanged, this, [this] { mTyping.start(); });
    connect(mFind, &QLineEdit::returnPressed, this, [this] {
        mTyping.stop();
        emit filterChanged();
        emit left();
    });
    connect(mBatch, &QComboBox::activated, this, [this] {
        emit filterChanged();
        if (std::exchange(mGoesBack, false)) {
            emit left();
        }
    });
    connect(mOpenFile, &QPushButton::clicked, this, &TriageHead::importAsked);
    retranslate();
}

QWidget *TriageHead::makeLanes()
{
    auto *head = new QWidget;
    head->setObjectName(u"queueHead"_s);
    head->setAttribute(Qt::WA_StyledBackground);
    mHeading->setObjectName(u"workspaceHeading"_s);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 8, 16, 4);
    layout->setSpacing(8);
    layout->addWidget(mHeading);
    layout->addSpacing(16);
    auto *lanes = new QButtonGroup(this);
    for (std::size_t place = 0; place < kInboxLanes.size(); ++place) {
        auto *button = new QPushButton;
        button->setObjectName(u"lane%1"_s.arg(place + 1));
        button->setCheckable(true);
        button->setChecked(place == 0);
        button->setProperty("chip", true);
        lanes->addButton(button);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, place] {
            emit laneAsked(kInboxLanes.at(place));
        });
        mLanes.at(place) = button;
    }
    layout->addStretch(1);
    return head;
}

QWidget *TriageHead::makeFilters()
{
    auto *filters = new QWidget;
    filters->setObjectName(u"queueFilters"_s);
    filters->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(filters);
    layout->setContentsMargins(16, 4, 16, 8);
    layout->setSpacing(8);
    mFind->setObjectName(u"triageFind"_s);
    mFind->setClearButtonEnabled(true);
    mFind->setMinimumWidth(240);
    mFind->setMaximumWidth(480);
    mBatch->setObjectName(u"triageBatch"_s);
    mBatch->setMinimumSize(240, 32);
    mBatch->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    mOpenFile->setObjectName(u"triageOpen"_s);
    layout->addWidget(mFind, 1);
    layout->addWidget(mBatch);
    layout->addStretch(1);
    layout->addWidget(mOpenFile);
    return filters;
}

void TriageHead::setLane(InboxLane lane)
{
    mLanes.at(static_cast<std::size_t>(lane))->setChecked(true);
}

void TriageHead::setCounts(const InboxModel &rows, qint64 done)
{
    for (std::size_t place = 0; place < mCounts.size(); ++place) {
        const InboxLane lane = kInboxLanes.at(place);
        const qint64 shown = rows.countInBatch(lane);
        const bool countsAll = lane == InboxLane::Done && batch().isEmpty();
        mCounts.at(place) = countsAll ? std::max(shown, done) : shown;
    }
    showCounts();
}

void TriageHead::showCounts()
{
    const QStringList names{tr("Waiting"),
                            tr("Needs place"),
                            tr("Needs class"),
                            tr("Possible duplicates"),
                            tr("Ready"),
                            tr("Done")};
    for (std::size_t place = 0; place < mLanes.size(); ++place) {
        mLanes.at(place)->setText(u"%1  %2"_s.arg(names.at(static_cast<qsizetype>(place)),
                                                  QLocale().toString(mCounts.at(place))));
    }
}

void TriageHead::setBatches(const QStringList &batches)
{
    const QString before = batch();
    QStringList names;
    for (int place = 1; place < mBatch->count(); ++place) {
        names.append(mBatch->itemText(place));
    }
    if (names == batches) {
        return;
    }
    while (mBatch->count() > 1) {
        mBatch->removeItem(mBatch->count() - 1);
    }
    for (const QString &name : batches) {
        mBatch->addItem(name, name);
    }
    mBatch->setCurrentIndex(std::max(0, mBatch->findData(before)));
    if (batch() != before) {
        emit filterChanged(); // it is not here any more
    }
}

void TriageHead::setImport(bool isPermitted, bool isBusy)
{
    mMayImport = isPermitted;
    mIsBusy = isBusy;
    showImport();
}

void TriageHead::showImport()
{
    mOpenFile->setEnabled(mMayImport && !mIsBusy);
    mOpenFile->setToolTip(mMayImport ? QString() : whyNoImport());
}

QString TriageHead::whyNoImport()
{
    return tr("Importing needs the permission “case:report” for the whole district, or "
              "“case:import”: ask whoever administers the district.");
}

QString TriageHead::words() const
{
    return mFind->text().trimmed();
}

QString TriageHead::batch() const
{
    return mBatch->currentData().toString();
}

void TriageHead::focusFind()
{
    mFind->setFocus(Qt::ShortcutFocusReason);
    mFind->selectAll();
}

void TriageHead::openBatches()
{
    mGoesBack = true;
    mBatch->setFocus(Qt::ShortcutFocusReason);
    mBatch->showPopup();
}

bool TriageHead::chooseBatch(const QString &batch)
{
    const int place = mBatch->findData(batch);
    if (place < 1) {
        return false;
    }
    mBatch->setCurrentIndex(place);
    mTyping.stop();
    mFind->clear();
    mTyping.stop(); // clearing begins it anew
    emit filterChanged();
    return true;
}

bool TriageHead::hasFindFocus() const
{
    return mFind->hasFocus();
}

void TriageHead::clearWords()
{
    if (!mFind->text().isEmpty()) {
        mFind->clear();
        mTyping.stop();
        emit filterChanged();
    }
}

void TriageHead::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void TriageHead::retranslate()
{
    mHeading->setText(tr("Triage"));
    mFind->setPlaceholderText(tr("Find by words, address or number (/)"));
    mFind->setAccessibleName(tr("Find in the inbox"));
    mBatch->setAccessibleName(tr("Batch"));
    mBatch->setToolTip(tr("Which import is shown (B)"));
    mBatch->setItemText(0, tr("All batches")); // the chosen one stays
    mOpenFile->setText(tr("Import a file …"));
    for (std::size_t place = 0; place < mLanes.size(); ++place) {
        mLanes.at(place)->setToolTip(tr("Key %1 in the table").arg(place + 1));
    }
    showCounts();
    showImport();
}

} // namespace gridward
