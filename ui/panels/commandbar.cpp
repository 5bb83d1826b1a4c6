// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/commandbar.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QStyle>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr qsizetype kMostRemembered = 100;
constexpr int kGap = 24; ///< between what is offered and what is said of it
constexpr int kTitleRole = Qt::UserRole;
constexpr int kDetailRole = Qt::UserRole + 1;

/**
 * An offer with what is said of it behind. Where both do not fit the name loses its end and the
 * reasons their beginning: distance and load, by which units are told apart, are last.
 */
class OfferDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QString title = index.data(kTitleRole).toString();
        const QString detail = index.data(kDetailRole).toString();
        if (!detail.isEmpty()) {
            option->text =
                offerText(title, detail, option->fontMetrics, option->rect.width() - kGap);
        }
    }
};

} // namespace

QString
offerText(const QString &title, const QString &detail, const QFontMetrics &metrics, int room)
{
    const QString between = u"    "_s;
    const int left = room - metrics.horizontalAdvance(between);
    const int titleRoom = std::max(left / 3, left - metrics.horizontalAdvance(detail));
    const QString name = metrics.elidedText(title, Qt::ElideRight, titleRoom);
    return name + between +
           metrics.elidedText(detail, Qt::ElideLeft, left - metrics.horizontalAdvance(name));
}

CommandBar::CommandBar(QWidget *parent)
    : QFrame(parent)
    , mLine(new QLineEdit)
    , mSaid(new QLabel)
    , mOffers(new QListWidget(parent))
    , mRow(new QHBoxLayout)
{
    setObjectName(u"commandBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    mLine->setObjectName(u"commandLine"_s);
    mLine->installEventFilter(this);
    mSaid->setObjectName(u"commandSaid"_s);
    mSaid->setTextFormat(Qt::PlainText);
    mSaid->setMinimumWidth(1); // a long sentence is cut, it does not widen the window
    mOffers->setObjectName(u"commandOffers"_s);
    mOffers->setFocusPolicy(Qt::NoFocus);
    mOffers->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mOffers->setUniformItemSizes(true);
    mOffers->setItemDelegate(new OfferDelegate(mOffers));
    mOffers->hide();
    mRow->setSpacing(8);
    mRow->addWidget(mLine, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(4);
    layout->addLayout(mRow);
    layout->addWidget(mSaid);
    connect(mLine, &QLineEdit::textChanged, this, [this] {
        if (!mWalking) {
            mPlace = -1;
        }
        read();
        if (const QString shown = mLine->text(); !shown.isEmpty() && mView) {
            if (const std::optional<CaseId> id = caseSpokenOf(shown, mView())) {
                emit caseMentioned(*id);
            }
        }
    });
    connect(mOffers, &QListWidget::itemClicked, this, [this] { acceptOffer(false); });
    retranslate();
}

QString CommandBar::line() const
{
    return mLine->text();
}

void CommandBar::setLine(const QString &line)
{
    mLine->setText(line);
}

void CommandBar::addTool(QWidget *tool)
{
    mRow->addWidget(tool);
}

void CommandBar::start(const QString &text)
{
    if (!text.isEmpty()) {
        mLine->setText(text);
    }
    mLine->setFocus(Qt::OtherFocusReason); // what is there is gone on with, not replaced
    mLine->end(false);
    read();
}

void CommandBar::tell(const QString &text, bool isBad)
{
    setSaid(text, isBad ? "bad" : "good");
    mOffers->hide();
}

void CommandBar::finishLine()
{
    const QString done = mLine->text().simplified();
    mHistory.removeAll(done);
    mHistory.append(done);
    if (mHistory.size() > kMostRemembered) {
        mHistory = mHistory.last(kMostRemembered);
    }
    mPlace = -1;
    mLine->clear();
    emit historyChanged();
}

void CommandBar::setHistory(const QStringList &lines)
{
    mHistory = lines.last(std::min(lines.size(), kMostRemembered));
    mPlace = -1;
}

void CommandBar::refresh()
{
    // What the preview says stays what is done: only what is offered is new.
    if (mLine->hasFocus() && !mLine->text().isEmpty() && !mOrder) {
        read();
    }
}

void CommandBar::setSaid(const QString &text, const char *look)
{
    mSaid->setText(text);
    mSaid->setToolTip(text);
    mSaid->setAccessibleName(text);
    if (mSaid->property("look").toString() != QLatin1String(look)) {
        mSaid->setProperty("look", QLatin1String(look));
        mSaid->style()->unpolish(mSaid);
        mSaid->style()->polish(mSaid);
    }
}

void CommandBar::read()
{
    mOrder.reset();
    mFault.reset();
    mRefusal.clear();
    const QString text = mLine->text();
    if (text.trimmed().isEmpty() || !mView) {
        setSaid(tr("Type a command: “d 2 unit” dispatches row 2. “?” shows all of them."), "hint");
        offer();
        return;
    }
    const DeskView view = mView();
    const DeskReading reading = readDeskLine(text, view.offers);
    mFault = reading.fault;
    if (reading.command) {
        const DeskResolution resolution = resolve(*reading.command, view);
        mOrder = resolution.order;
        mFault = resolution.fault;
    }
    if (mOrder) {
        const Preview preview = mPreview ? mPreview(*mOrder) : Preview{};
        mRefusal = preview.refusal;
        setSaid(mRefusal.isEmpty() ? tr("Enter: %1").arg(preview.text)
                                   : tr("%1 Not possible: %2").arg(preview.text, mRefusal),
                mRefusal.isEmpty() ? "order" : "bad");
    } else if (mFault) {
        setSaid(mFault->candidates.isEmpty()
                    ? mFault->text
                    : mFault->text + u' ' + mFault->candidates.join(u" · "_s),
                "hint");
    }
    offer();
}

void CommandBar::offer()
{
    mCompletions.clear();
    if (mView && mLine->hasFocus()) {
        mCompletions = completions(mLine->text(), mView());
    }
    // What is typed in full already needs no offer.
    const QString typed = mLine->text().trimmed();
    if (mOrder && mCompletions.size() == 1 && mCompletions.first().line.trimmed() == typed) {
        mCompletions.clear();
    }
    mOffers->clear();
    for (const DeskCompletion &one : std::as_const(mCompletions)) {
        auto *offer = new QListWidgetItem(
            one.detail.isEmpty() ? one.title : one.title + u"    "_s + one.detail, mOffers);
        offer->setData(kTitleRole, one.title);
        offer->setData(kDetailRole, one.detail);
    }
    mOffers->setVisible(!mCompletions.isEmpty());
    placeOffers();
}

void CommandBar::placeOffers()
{
    if (mOffers->isHidden() || mOffers->parentWidget() == nullptr) {
        return;
    }
    const int height = static_cast<int>(mCompletions.size()) * mOffers->sizeHintForRow(0) + 12;
    const QPoint corner = mLine->mapTo(mOffers->parentWidget(), QPoint(0, 0));
    const int top = std::max(0, corner.y() - height - 4);
    mOffers->setGeometry(corner.x(), top, mLine->width(), height);
    mOffers->raise();
}

void CommandBar::take()
{
    if (mLine->text().trimmed().isEmpty()) {
        return;
    }
    if (!mOrder) {
        if (mFault) {
            const QString where = mFault->at > 0 && mFault->at < mLine->text().size()
                                      ? tr("At “%1”: ").arg(mLine->text().mid(mFault->at).left(12))
                                      : QString();
            setSaid(where + mFault->text +
                        (mFault->candidates.isEmpty() ? QString()
                                                      : u' ' + mFault->candidates.join(u" · "_s)),
                    "bad");
            if (mFault->at > 0) {
                mLine->setCursorPosition(static_cast<int>(mFault->at));
            }
        }
        return;
    }
    if (mRefusal.isEmpty()) {
        mOffers->hide();
        emit orderGiven(*mOrder);
    }
}

bool CommandBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == mLine) {
        switch (event->type()) {
        case QEvent::KeyPress:
            return takeKey(static_cast<QKeyEvent *>(event)->key());
        case QEvent::FocusIn:
            QMetaObject::invokeMethod(this, &CommandBar::read, Qt::QueuedConnection);
            break;
        case QEvent::FocusOut:
            mOffers->hide();
            break;
        case QEvent::Resize:
            placeOffers();
            break;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

bool CommandBar::takeKey(int key)
{
    const bool chosen = !mOffers->isHidden() && mOffers->currentRow() >= 0;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!(chosen && acceptOffer(false))) {
            take();
        }
        return true;
    case Qt::Key_Tab:
        return acceptOffer(true);
    case Qt::Key_Escape:
        if (chosen) {
            mOffers->setCurrentRow(-1);
        } else {
            mLine->clear();
            mOffers->hide();
            emit left();
        }
        return true;
    case Qt::Key_Up:
        if ((mLine->text().isEmpty() || mPlace >= 0) && moveInHistory(-1)) {
            return true;
        }
        moveInOffers(-1);
        return true;
    case Qt::Key_Down:
        if (mPlace >= 0 && moveInHistory(1)) {
            return true;
        }
        moveInOffers(1);
        return true;
    default:
        return false;
    }
}

void CommandBar::moveInOffers(int step)
{
    const int rows = mOffers->count();
    if (rows > 0 && !mOffers->isHidden()) {
        const int row = mOffers->currentRow();
        mOffers->setCurrentRow(row < 0 ? (step > 0 ? 0 : rows - 1) : (row + step + rows) % rows);
    }
}

bool CommandBar::moveInHistory(int step)
{
    if (mHistory.isEmpty()) {
        return false;
    }
    const qsizetype place = mPlace < 0 ? mHistory.size() - 1 : mPlace + step;
    if (place < 0) {
        return true;
    }
    mWalking = true;
    mPlace = place < mHistory.size() ? place : -1;
    mLine->setText(mPlace < 0 ? QString() : mHistory.at(mPlace));
    mWalking = false;
    return true;
}

bool CommandBar::acceptOffer(bool firstIfNone)
{
    if (mOffers->isHidden() || mCompletions.isEmpty()) {
        return false;
    }
    const int row = mOffers->currentRow() >= 0 ? mOffers->currentRow() : firstIfNone ? 0 : -1;
    if (row < 0) {
        return false;
    }
    mLine->setText(mCompletions.at(row).line);
    mLine->setFocus();
    return true;
}

void CommandBar::hideEvent(QHideEvent *event)
{
    mOffers->hide();
    QFrame::hideEvent(event);
}

void CommandBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void CommandBar::retranslate()
{
    setAccessibleName(tr("Command line"));
    mLine->setPlaceholderText(tr("Command (F4 or :)"));
    mLine->setAccessibleName(tr("Command line"));
    read();
}

} // namespace gridward
