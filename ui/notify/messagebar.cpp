// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notify/messagebar.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QLoggingCategory>
#include <QPushButton>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(messageLog, "gridward.ui.messages")

constexpr qsizetype kMostKept = 50;
constexpr std::chrono::seconds kShownFor{8};
constexpr int kMargin = 16;
constexpr int kWidest = 880;
constexpr int kRowEnds = 144;    ///< what stands at the ends of the row above stays to be seen
constexpr qint64 kMoment = 2000; ///< milliseconds in which messages belong together

bool isPassing(const Message &message)
{
    return message.level == Message::Level::Info || message.level == Message::Level::Success;
}

QString nameOf(Message::Level level)
{
    switch (level) {
    case Message::Level::Info:
        return u"info"_s;
    case Message::Level::Success:
        return u"success"_s;
    case Message::Level::Warning:
        return u"warning"_s;
    case Message::Level::Error:
        return u"error"_s;
    }
    return {};
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , mIcon(new QLabel(this))
    , mLevel(new QLabel(this))
    , mText(new QLabel(this))
    , mMore(new QLabel(this))
    , mAction(new QPushButton(this))
    , mClose(new QToolButton(this))
    , mTimer(new QTimer(this))
{
    setObjectName(u"messageBar"_s);
    mLevel->setObjectName(u"messageLevel"_s);
    mText->setObjectName(u"messageText"_s);
    mText->setWordWrap(true);
    mText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    mText->setTextFormat(Qt::PlainText);
    mText->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    mAction->setObjectName(u"messageAction"_s);
    mAction->setProperty("slim", true);
    mClose->setObjectName(u"messageClose"_s);
    mClose->setAutoRaise(true);
    mTimer->setSingleShot(true);
    mTimer->setInterval(kShownFor);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 8, 0); // one line is as high as the row that it lies over
    layout->setSpacing(8);
    layout->addWidget(mIcon);
    layout->addWidget(mLevel);
    layout->addWidget(mText, 1);
    layout->addWidget(mMore);
    layout->addWidget(mAction);
    layout->addWidget(mClose);

    connect(mTimer, &QTimer::timeout, this, &MessageBar::closeCurrent);
    connect(mClose, &QToolButton::clicked, this, &MessageBar::closeCurrent);
    connect(mAction, &QPushButton::clicked, this, [this] {
        // The action may show a message of its own: this one is done before it runs.
        const auto action = mMessages.isEmpty() ? std::function<void()>() : mMessages.last().action;
        closeCurrent();
        if (action) {
            action();
        }
    });
    setVisible(false);
}

void MessageBar::layOver(QWidget &host, QWidget *row, std::function<bool()> isRowFree)
{
    mHost = &host;
    mRow = row;
    mIsRowFree = std::move(isRowFree);
    setParent(&host);
    setProperty("floating", true);
    host.installEventFilter(this);
    connect(
        qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
    setVisible(!mMessages.isEmpty());
    place();
}

void MessageBar::place()
{
    if (mHost == nullptr || isHidden()) {
        return;
    }
    // Where it is, unless it lies on what is worked at: it does not jump about.
    const QRect worked = workedAt();
    if (placeAt(mIsAway).intersects(worked) && !placeAt(!mIsAway).intersects(worked)) {
        mIsAway = !mIsAway;
    }
    setGeometry(placeAt(mIsAway));
    raise();
}

QRect MessageBar::placeAt(bool away) const
{
    const bool hasRow = mRow != nullptr && !mRow->isHidden();
    const bool isOverRow = hasRow && !away && mIsRowFree && mIsRowFree();
    const auto least = [this](int width) {
        return heightForWidth(width) > 0 ? heightForWidth(width) : sizeHint().height();
    };
    const int most = mHost->width() - 2 * (isOverRow ? kRowEnds : kMargin);
    int width = std::min(most, kWidest);
    if (isOverRow && least(width) > mRow->height()) {
        width = most; // a second line would lie on the page below the row
    }
    const int height = std::max(least(width), hasRow ? mRow->height() : 2 * kMargin);
    int top = mHost->height() - height - kMargin;
    if (hasRow != away) { // at the upper edge
        top = !hasRow ? kMargin : isOverRow ? mRow->y() : mRow->geometry().bottom() + 1;
    }
    return {(mHost->width() - width) / 2, top, width, height};
}

QRect MessageBar::workedAt() const
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus == nullptr || !mHost->isAncestorOf(focus) || isAncestorOf(focus)) {
        return {};
    }
    if (const auto *view = qobject_cast<const QAbstractItemView *>(focus)) {
        const QRect row = view->visualRect(view->currentIndex());
        const QPoint corner = view->viewport()->mapTo(mHost, row.topLeft());
        return row.isEmpty() ? QRect() : QRect(corner, row.size());
    }
    // Only where one types: a map that has the keyboard may be covered.
    return focus->testAttribute(Qt::WA_InputMethodEnabled)
               ? QRect(focus->mapTo(mHost, QPoint(0, 0)), focus->size())
               : QRect();
}

void MessageBar::follow(QWidget *focus)
{
    disconnect(mFollowed);
    const auto *view = qobject_cast<QAbstractItemView *>(focus);
    if (view != nullptr && view->selectionModel() != nullptr) {
        mFollowed = connect(view->selectionModel(),
                            &QItemSelectionModel::currentChanged,
                            this,
                            &MessageBar::place,
                            Qt::QueuedConnection); // after it has scrolled there
    }
    place();
}

bool MessageBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == mHost && event->type() == QEvent::Resize) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void MessageBar::show(const Message &message)
{
    if (mIsQuiet) {
        qCInfo(messageLog).noquote() << message.text;
        return;
    }
    forgetOlder();
    mMessages.append(message);
    if (mMessages.size() > kMostKept) {
        mMessages.removeFirst();
    }
    update();
}

void MessageBar::withdraw(const QString &text)
{
    if (mMessages.removeIf([&text](const Message &one) { return one.text == text; }) > 0) {
        update();
    }
}

/** All but what was told in the same moment and waits to be read. */
void MessageBar::forgetOlder()
{
    if (!mSinceLast.isValid() || mSinceLast.elapsed() > kMoment) {
        mMessages.clear();
    }
    mSinceLast.start();
    mMessages.removeIf(isPassing);
}

void MessageBar::setTheme(const Theme &theme)
{
    mTheme = &theme;
    update();
}

QString MessageBar::currentText() const
{
    return mMessages.isEmpty() ? QString() : mMessages.last().text;
}

void MessageBar::closeCurrent()
{
    if (!mMessages.isEmpty()) {
        mMessages.removeLast();
    }
    update();
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        update();
    }
    QFrame::changeEvent(event);
}

void MessageBar::update()
{
    mTimer->stop();
    if (mMessages.isEmpty()) {
        setVisible(false);
        mIsAway = false;
        return;
    }
    const Message &message = mMessages.last();
    const QString level = nameOf(message.level);
    setProperty("level", level);
    // A style sheet looks at a property only when told to.
    for (QWidget *widget : {static_cast<QWidget *>(this),
                            static_cast<QWidget *>(mLevel),
                            static_cast<QWidget *>(mText)}) {
        widget->setProperty("level", level);
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    switch (message.level) {
    case Message::Level::Info:
        mLevel->setText(tr("Note"));
        break;
    case Message::Level::Success:
        mLevel->setText(tr("Done"));
        break;
    case Message::Level::Warning:
        mLevel->setText(tr("Attention"));
        break;
    case Message::Level::Error:
        mLevel->setText(tr("Error"));
        break;
    }
    if (mTheme != nullptr) {
        Theme inks = *mTheme;
        switch (message.level) {
        case Message::Level::Info:
            inks.text = mTheme->infoText;
            break;
        case Message::Level::Success:
            inks.text = mTheme->successText;
            break;
        case Message::Level::Warning:
            inks.text = mTheme->warningText;
            break;
        case Message::Level::Error:
            inks.text = mTheme->errorText;
            break;
        }
        mIcon->setPixmap(themedIcon(level, inks).pixmap(20, 20));
        mClose->setIcon(themedIcon(u"close"_s, inks));
    }
    mText->setText(message.text);
    const qsizetype below = mMessages.size() - 1;
    mMore->setText(below > 0 ? tr("and %n more", nullptr, static_cast<int>(below)) : QString());
    mMore->setVisible(below > 0);
    mAction->setText(message.actionText);
    mAction->setVisible(!message.actionText.isEmpty());
    mClose->setToolTip(tr("Close this message (Esc; Shift+Esc from anywhere)"));
    mClose->setAccessibleName(tr("Close this message"));
    setAccessibleName(mLevel->text() + u": "_s + message.text);
    setVisible(true);
    place();
    if (isPassing(message)) {
        mTimer->start();
    }
}

} // namespace gridward
