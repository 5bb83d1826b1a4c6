// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen on the page of month-end sampling, and stored by a second act; its sheet; its
// keys.
#include "models/service/samplingsheet.h"
#include "models/view/sampledcasemodel.h"
#include "ui/panels/answer.h"
#include "ui/panels/photoloading.h"
#include "ui/panels/photostrip.h"
#include "ui/supervision/samplingpage.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QStandardPaths>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace gridward {

void SamplingPage::makeKeys()
{
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::CTRL | Qt::Key_Return, &SamplingPage::store);
    key(Qt::CTRL | Qt::Key_Enter, &SamplingPage::store);
    key(Qt::Key_Escape, &SamplingPage::takeBack);
    key(Qt::CTRL | Qt::Key_I, &SamplingPage::openCase);
    key(Qt::Key_F7, [this] {
        if (mPhotos->isVisible()) {
            mPhotos->choose();
        }
    });
    mNote->installEventFilter(this);
    mTable->installEventFilter(this);
}

/** A picture goes to the pictures, wherever the keyboard is; words stay where they belong. */
bool SamplingPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && mPhotos->isVisible() &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        const QMimeData *pasted = QGuiApplication::clipboard()->mimeData();
        const bool isPicture = pasted != nullptr && (pasted->hasUrls() || !pasted->hasText());
        if (isPicture && mPhotos->add(pasted)) {
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SamplingPage::dragEnterEvent(QDragEnterEvent *event)
{
    const QMimeData *dragged = event->mimeData();
    if (mPhotos->isVisible() && (dragged->hasUrls() || dragged->hasImage())) {
        event->acceptProposedAction();
    }
}

void SamplingPage::dropEvent(QDropEvent *event)
{
    if (mPhotos->isVisible() && mPhotos->add(event->mimeData())) {
        event->acceptProposedAction();
    }
}

void SamplingPage::openCase()
{
    if (const SampledCase *one = chosen()) {
        emit caseRequested(one->subject.id);
    }
}

/** What was typed for one case must not be stored with another. */
void SamplingPage::changeCase()
{
    const SampledCase *one = chosen();
    const std::optional<CaseId> now =
        one != nullptr ? std::optional(one->subject.id) : std::nullopt;
    if (now != mCase) {
        if (mCase && (!mNote->text().isEmpty() || !mPhotos->paths().isEmpty())) {
            mBegun.insert(mCase->value, {mNote->text(), mPhotos->paths()});
        }
        mCase = now;
        if (mChosen == Choice::Result) {
            mChosen = Choice::None;
        }
        const Begun begun = now ? mBegun.take(now->value) : Begun();
        mNote->setText(begun.note);
        mPhotos->clear();
        mPhotos->addFiles(begun.pictures);
    }
    showChosen();
}

std::optional<SamplingOrder> SamplingPage::order() const
{
    const std::optional<SamplingSize> size = SamplingSize::fromText(mCount->text().trimmed());
    if (!size) {
        return std::nullopt;
    }
    SamplingOrder order;
    order.month = mMonth->currentText();
    order.size = *size;
    order.strata =
        samplingStrataFromId(mStrata->currentData().toString()).value_or(SamplingStrata::None);
    order.area = mArea->currentData().toString();
    if (const QString seed = mSeed->text().trimmed(); !seed.isEmpty()) {
        order.seed = seed;
    }
    return order;
}

/** What will be stored, and whether it can be. */
void SamplingPage::showChoice()
{
    const bool isDraw = mChosen == Choice::Draw;
    const bool isResult = mChosen == Choice::Result;
    mDraw->setChecked(isDraw);
    mDrawSure->setVisible(isDraw);
    mResultSure->setVisible(isResult);
    mResults->setExclusive(false); // or none of them could be let go
    for (QAbstractButton *button : mResults->buttons()) {
        button->setChecked(isResult && mResults->id(button) == static_cast<int>(mFound));
    }
    mResults->setExclusive(true);
    if (isDraw) {
        const std::optional<SamplingOrder> wanted = order();
        mDrawText->setText(wanted ? tr("Draws %1 of the cases closed in %2 (%3; %4). Every draw "
                                       "is kept: it cannot be changed or taken away afterwards.")
                                        .arg(wanted->size.toText(),
                                             wanted->month,
                                             mArea->currentText(),
                                             mStrata->currentText())
                                  : tr("Say how many cases, such as 50, or a share, such as 5%."));
        mDrawNow->setEnabled(wanted && !mIsStoring);
    }
    if (isResult && chosen() != nullptr) {
        const bool lacksReason =
            mFound != RecheckResult::Confirmed && mNote->text().trimmed().isEmpty();
        mResultText->setText(
            lacksReason ? tr("“%1” needs a reason.").arg(recheckWord(mFound))
                        : tr("“%1” for %2, with %n picture(s). It cannot be changed afterwards.",
                             nullptr,
                             static_cast<int>(mPhotos->paths().size()))
                              .arg(recheckWord(mFound), chosen()->subject.number));
        mStore->setEnabled(!lacksReason && !mPhotos->isLoading() && !mIsStoring);
    }
}

void SamplingPage::chooseDraw()
{
    mChosen = Choice::Draw;
    showChoice();
}

void SamplingPage::choose(RecheckResult result)
{
    const SampledCase *one = chosen();
    if (one == nullptr || one->recheck || one->isOwn) {
        return;
    }
    mChosen = Choice::Result;
    mFound = result;
    showChoice();
}

void SamplingPage::takeBack()
{
    if (mChosen == Choice::None) {
        if (isWindow()) {
            close();
        }
        return;
    }
    mChosen = Choice::None;
    showChoice();
}

void SamplingPage::store()
{
    if (mIsStoring) {
        return;
    }
    if (mChosen == Choice::Draw && mDrawNow->isEnabled()) {
        storeDraw();
    } else if (mChosen == Choice::Result && mStore->isEnabled()) {
        storeResult();
    }
}

void SamplingPage::storeDraw()
{
    const std::optional<SamplingOrder> wanted = order();
    if (!wanted) {
        return;
    }
    ++mAsked;
    mIsStoring = true;
    showChoice();
    mPort.draw(*wanted).then(this, [this](const Result<Sampling> &drawn) {
        --mAsked;
        mIsStoring = false;
        if (drawn) {
            mChosen = Choice::None;
            mSeed->clear();
            readAll(drawn.value().id);
        } else {
            tell(drawn.error());
        }
        showChoice();
    });
}

void SamplingPage::storeResult()
{
    const SampledCase *one = chosen();
    if (one == nullptr) {
        return;
    }
    ++mAsked;
    mIsStoring = true;
    const CaseId subject = one->subject.id;
    const QStringList pictures = mPhotos->paths();
    showChoice();
    mPort
        .record({mChoice->currentData().toLongLong(),
                 subject,
                 mFound,
                 mNote->text().trimmed(),
                 mPhotos->attachments()})
        .then(this, [this, subject, pictures](const Result<QList<SampledCase>> &cases) {
            --mAsked;
            mIsStoring = false;
            if (!cases) {
                tell(cases.error());
                showChoice();
                return;
            }
            forgetPasted(pictures); // they are in the store
            mBegun.remove(subject.value);
            if (mCase == subject) {
                mChosen = Choice::None;
                mNote->clear();
                mPhotos->clear();
            }
            takeCases(cases.value());
        });
}

void SamplingPage::askForSheet()
{
    if (mFolder.isEmpty()) {
        mFolder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    }
    auto *dialog = new QFileDialog(this, tr("Sheet of the sampling"), mFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // it asks before it replaces
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setNameFilters({tr("Tables (*.csv)")});
    dialog->selectFile(u"sampling-%1.csv"_s.arg(mChoice->currentData().toLongLong()));
    connect(dialog, &QFileDialog::fileSelected, this, &SamplingPage::writeSheet);
    dialog->open();
}

void SamplingPage::writeSheet(const QString &path)
{
    mFolder = QFileInfo(path).absolutePath();
    // Never over what is no table, such as the store itself.
    const QString file =
        path.endsWith(".csv"_L1, Qt::CaseInsensitive) ? path : QString(path + u".csv"_s);
    ++mAsked;
    mPort.writeSheet(mChoice->currentData().toLongLong(), file)
        .then(this, [this, file](const Result<qint64> &rows) {
            --mAsked;
            if (rows) {
                mMessages->show(
                    {Message::Level::Success,
                     tr("%n case(s) were written to %1.", nullptr, static_cast<int>(rows.value()))
                         .arg(QDir::toNativeSeparators(file))});
            } else {
                tell(rows.error());
            }
        });
}

void SamplingPage::tell(const Error &error)
{
    mMessages->show({Message::Level::Error, error.message});
}

void SamplingPage::setTheme(const Theme &theme)
{
    mMessages->setTheme(theme);
}

} // namespace gridward
