// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/searchbox.h"

#include "models/view/searchhitmodel.h"
#include "ui/panels/answer.h"
#include "ui/panels/rowdelegate.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kPause = 200; ///< milliseconds without a key before the store is asked
constexpr int kMostHits = 30;
constexpr int kListWidth = 420;

} // namespace

SearchBox::SearchBox(QWidget *ground, QWidget *parent)
    : QLineEdit(parent)
    , mGround(ground)
    , mPopup(new QFrame(ground))
    , mList(new QListView)
    , mSaid(new QLabel)
    , mMark(new QAction(this))
    , mModel(new SearchHitModel(this))
    , mDelegate(new RowDelegate(this))
{
    setObjectName(u"searchField"_s);
    setClearButtonEnabled(true);
    addAction(mMark, QLineEdit::LeadingPosition);
    mPopup->setObjectName(u"searchPopup"_s);
    mPopup->setFocusPolicy(Qt::NoFocus);
    mPopup->hide();
    mList->setObjectName(u"searchList"_s);
    mList->setModel(mModel);
    mList->setItemDelegate(mDelegate);
    mList->setFocusPolicy(Qt::NoFocus); // the keys stay with the text
    mList->setMouseTracking(true);
    mList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    mList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    mSaid->setObjectName(u"searchSaid"_s);
    mSaid->setWordWrap(true);
    auto *layout = new QVBoxLayout(mPopup);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(mSaid);
    layout->addWidget(mList, 1);

    mPause.setSingleShot(true);
    mPause.setInterval(kPause);
    connect(&mPause, &QTimer::timeout, this, &SearchBox::ask);
    connect(this, &QLineEdit::textChanged, this, &SearchBox::wait);
    connect(mList, &QListView::clicked, this, [this](const QModelIndex &index) {
        choose(index.row());
    });
    setDistrict(nullptr);
    retranslate();
}

void SearchBox::setDistrict(DistrictPort *district)
{
    if (district == mDistrict && district != nullptr) {
        return; // what is being typed stays
    }
    mDistrict = district;
    setEnabled(district != nullptr);
    clear();
    closeList();
}

void SearchBox::setSource(Source source, std::function<QString()> hint)
{
    mSource = std::move(source);
    mHint = std::move(hint);
    retranslate();
}

void SearchBox::setTheme(const Theme &theme)
{
    mMark->setIcon(themedIcon(u"search"_s, theme));
    mDelegate->setTheme(theme);
    mList->viewport()->update();
}

bool SearchBox::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            event->accept(); // ours before it closes anything else
            return true;
        }
    }
    return QLineEdit::event(event);
}

void SearchBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QLineEdit::changeEvent(event);
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        step(1);
        return;
    case Qt::Key_Up:
        step(-1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (mPause.isActive()) {
            mChooseFirst = true;
            ask();
        } else if (mIsAsking) {
            mChooseFirst = true;
        } else if (mPopup->isVisible()) {
            choose(mList->currentIndex().row());
        } else {
            ask();
        }
        return;
    case Qt::Key_Escape:
        if (text().isEmpty() && !mPopup->isVisible()) {
            emit left();
        } else {
            clear();
            closeList();
        }
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusOutEvent(QFocusEvent *event)
{
    closeList();
    QLineEdit::focusOutEvent(event);
}

void SearchBox::retranslate()
{
    setPlaceholderText(mHint ? mHint() : tr("Search cases, grids, places, people …"));
    setToolTip(mHint ? mHint() : tr("Search by number, code, name or address (Ctrl+F)"));
    setAccessibleName(mHint ? mHint() : tr("Search the district"));
    mList->setAccessibleName(tr("What was found"));
    mModel->retranslate();
}

void SearchBox::wait()
{
    ++mQuestion; // what is under way answers another text
    mIsAsking = false;
    mChooseFirst = false;
    if (text().simplified().isEmpty()) {
        mPause.stop();
        closeList();
    } else {
        mPause.start();
    }
}

void SearchBox::ask()
{
    mPause.stop();
    const QString wanted = text().simplified();
    if (mDistrict == nullptr || wanted.isEmpty()) {
        return;
    }
    if (mModel->rowCount() == 0) {
        say(tr("Searching …"));
    }
    mIsAsking = true;
    const int question = ++mQuestion;
    const auto answer = [this, question](const Result<QList<SearchHit>> &hits) {
        take(question, hits);
    };
    whenAnswered(
        mSource ? mSource(wanted) : mDistrict->search(wanted, kMostHits), *mDistrict, this, answer);
}

void SearchBox::take(int question, const Result<QList<SearchHit>> &hits)
{
    if (question != mQuestion) {
        return;
    }
    mIsAsking = false;
    mModel->setHits(hits ? hits.value() : QList<SearchHit>());
    if (!hits) {
        say(hits.error().message);
        return;
    }
    if (hits.value().isEmpty()) {
        say(tr("Nothing found for “%1”.").arg(text().simplified()));
        return;
    }
    say({});
    mList->setCurrentIndex(mModel->index(mModel->choosableFrom(-1, 1)));
    mList->scrollToTop();
    if (std::exchange(mChooseFirst, false)) {
        choose(mList->currentIndex().row());
    }
}

void SearchBox::say(const QString &text)
{
    mSaid->setText(text);
    mSaid->setVisible(!text.isEmpty());
    mList->setVisible(text.isEmpty());
    mPopup->show();
    mPopup->raise();
    placeList();
}

void SearchBox::choose(int row)
{
    if (const std::optional<SearchHit> hit = mModel->hitAt(row)) {
        closeList();
        selectAll(); // the next search overwrites it
        emit chosen(*hit);
    }
}

void SearchBox::step(int by)
{
    if (!mPopup->isVisible()) {
        ask();
        return;
    }
    const int row = mModel->choosableFrom(mList->currentIndex().row(), by);
    if (row >= 0) {
        mList->setCurrentIndex(mModel->index(row));
    }
}

void SearchBox::placeList()
{
    const QPoint corner = mapTo(mGround, QPoint(0, height() + 4));
    const int width = std::min(std::max(kListWidth, this->width()), mGround->width() - corner.x());
    int wanted = 4; // the frame and what it keeps free
    if (mList->isVisibleTo(mPopup)) {
        for (int row = 0; row < mModel->rowCount(); ++row) {
            wanted += mList->sizeHintForRow(row);
        }
    } else {
        wanted += mSaid->heightForWidth(width - 2);
    }
    mPopup->setGeometry(
        corner.x(), corner.y(), width, std::min(wanted, mGround->height() - corner.y() - 16));
}

void SearchBox::closeList()
{
    mPopup->hide();
    mModel->setHits({});
}

} // namespace gridward
