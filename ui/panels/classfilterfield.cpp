// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/classfilterfield.h"

#include "models/domain/language.h"
#include "models/service/classfinder.h"
#include "models/service/districtport.h"
#include "models/view/livecases.h"
#include "ui/panels/suggestfield.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostOffered = 30;
const QString kAll = u"all"_s;

} // namespace

ClassFilterField::ClassFilterField(const DistrictPort &district,
                                   const LiveCases &live,
                                   QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mField(new SuggestField(u"queueClass"_s, this))
{
    setFocusProxy(mField);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(mField);
    mField->field()->installEventFilter(this);
    connect(mField, &SuggestField::edited, this, [this](const QString &text) {
        if (text.trimmed().isEmpty() && mKey) {
            take(std::nullopt);
        }
        offer(text);
    });
    connect(mField, &SuggestField::chosen, this, [this](const QString &id) {
        const auto classes = mLive.index().classes();
        const auto known = std::ranges::find_if(
            classes, [&](const auto &one) { return classId(one.first) == id; });
        take(known == classes.end() ? std::nullopt : std::optional(known->first));
        emit accepted();
    });
    connect(mField, &SuggestField::passed, this, [this] {
        showName(); // half a word chooses nothing
        emit accepted();
    });
    retranslate();
}

void ClassFilterField::setClassKey(const std::optional<ClassKey> &key)
{
    mKey = key;
    showName();
}

void ClassFilterField::setTheme(const Theme &theme)
{
    mField->setTheme(theme);
}

void ClassFilterField::retranslate()
{
    mField->field()->setPlaceholderText(tr("All classes"));
    mField->field()->setAccessibleName(tr("Class"));
    mField->field()->setToolTip(tr("Type a code, pinyin initials or words; ↓ shows the most "
                                   "frequent classes. Empty: all classes."));
    mFinder.reset();
    showName();
}

void ClassFilterField::showName()
{
    const QSignalBlocker quiet(mField->field());
    mField->field()->setText(
        mKey ? u"%1 %2"_s.arg(mDistrict.names().className(*mKey, isEnglish()), mKey->code)
             : QString());
    mField->field()->setCursorPosition(0);
}

void ClassFilterField::readClasses()
{
    QList<CatalogueEntry> entries;
    ClassFinder::Use use;
    const auto classes = mLive.index().classes();
    for (const auto &[key, count] : classes) {
        CatalogueEntry entry;
        entry.key = key;
        entry.name = mDistrict.names().className(key, false);
        entry.nameEn = mDistrict.names().className(key, true);
        entries.append(entry);
        use.insert(classId(key), static_cast<int>(count));
    }
    mFinder = ClassFinder::make(entries, use);
}

void ClassFilterField::offer(const QString &text)
{
    if (!mFinder) {
        readClasses();
    }
    QHash<QString, qint64> counts;
    const auto classes = mLive.index().classes();
    for (const auto &[key, count] : classes) {
        counts.insert(classId(key), count);
    }
    QList<Choice> choices;
    if (text.trimmed().isEmpty()) {
        choices.append({kAll, tr("All classes"), {}, {}});
    }
    for (const CatalogueEntry &entry : mFinder->find(text, kMostOffered)) {
        const auto count = static_cast<int>(counts.value(classId(entry.key)));
        choices.append({classId(entry.key),
                        isEnglish() ? entry.nameEn : entry.name,
                        entry.key.code,
                        tr("%n open", nullptr, count)});
    }
    // To open the list and press Enter changes nothing.
    const bool keeps = text.trimmed().isEmpty() && mKey;
    mField->setChoices(choices, keeps ? classId(*mKey) : QString());
}

void ClassFilterField::take(const std::optional<ClassKey> &key)
{
    mKey = key;
    if (key || !mField->field()->text().trimmed().isEmpty()) {
        showName();
    }
    emit changed();
}

bool ClassFilterField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == mField->field()) {
        const auto *key =
            event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
        if (event->type() == QEvent::FocusIn) {
            readClasses(); // other cases are open now; not while the first word is being typed
            // After the click that may have brought the keyboard: what is typed takes its place.
            QTimer::singleShot(0, mField->field(), &QLineEdit::selectAll);
        } else if (key != nullptr && key->text() == u"/"_s) { // in no class: as in the queue
            mField->close();
            emit findAsked();
            return true;
        } else if (event->type() == QEvent::FocusOut) {
            showName();
        } else if (event->type() == QEvent::MouseButtonRelease && !mField->isOpen()) {
            offer({});
        } else if (key != nullptr && !mField->isOpen() && key->key() == Qt::Key_Down) {
            offer({});
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gridward
