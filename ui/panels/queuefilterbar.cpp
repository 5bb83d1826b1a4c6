// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/queuefilterbar.h"

#include "models/domain/language.h"
#include "models/service/classfinder.h"
#include "models/service/districtport.h"
#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "ui/panels/classfilterfield.h"
#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringListModel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kRest = 150; ///< milliseconds
constexpr std::array kLevels{CaseLevel::Blue, CaseLevel::Yellow, CaseLevel::Orange, CaseLevel::Red};
/** No street and no unit has this code: what is not known matches nothing. */
constexpr QChar kNobody{0x1};
constexpr int kMostNamed = 1000;

/** Names as one word, so that a word stays a word. */
QString asToken(QChar mark, const QString &name)
{
    QString word = name;
    return mark + word.replace(u' ', u'_');
}

CatalogueEntry named(const QString &code, const BilingualName &name)
{
    CatalogueEntry entry;
    entry.key.code = code;
    entry.name = name.name;
    entry.nameEn = name.nameEn;
    return entry;
}

/** Those of just this name; or else all that have it in their name or its initials. */
QStringList codesNamed(const ClassFinder &names, const QString &wanted)
{
    QStringList codes;
    for (const CatalogueEntry &entry : names.find(wanted, kMostNamed)) {
        if (entry.name == wanted || entry.nameEn.compare(wanted, Qt::CaseInsensitive) == 0) {
            return {entry.key.code};
        }
        codes.append(entry.key.code);
    }
    return codes.isEmpty() ? QStringList{kNobody} : codes;
}

/** Completes the last word alone, and only words with a mark. */
class TokenCompleter final : public QCompleter
{
public:
    TokenCompleter(QStringListModel *tokens, QLineEdit *field)
        : QCompleter(tokens, field)
        , mField(field)
    {
        setCaseSensitivity(Qt::CaseInsensitive);
        setFilterMode(Qt::MatchContains);
    }

    /** Esc leaves the words as it does without the list: not one key for each. */
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool leaves = event->type() == QEvent::KeyPress && popup()->isVisible() &&
                            static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
        if (!leaves || watched != popup()) {
            return QCompleter::eventFilter(watched, event);
        }
        popup()->hide();
        QCoreApplication::sendEvent(mField, event);
        return true;
    }

    [[nodiscard]] QStringList splitPath(const QString &path) const override
    {
        const QString word = path.section(u' ', -1);
        const bool marked = !word.isEmpty() && u"#@!"_s.contains(word.front());
        return {marked ? word : QString(kNobody)};
    }
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override
    {
        const QString before = mField->text().section(u' ', 0, -2);
        const QString word = QCompleter::pathFromIndex(index);
        return before.isEmpty() ? word : before + u' ' + word;
    }

private:
    QLineEdit *mField;
};

} // namespace

QueueFilterBar::QueueFilterBar(const DistrictPort &district, const LiveCases &live, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mFind(new QLineEdit)
    , mTokens(new QStringListModel(this))
    , mMatches(new QLabel)
    , mStreet(new QComboBox)
    , mClass(new ClassFilterField(district, live))
    , mOverdue(new QToolButton)
    , mUnitChip(new QPushButton)
    , mClear(new QPushButton)
{
    setObjectName(u"queueFilters"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 8);
    layout->setSpacing(8);
    mFind->setObjectName(u"queueFind"_s);
    mFind->setClearButtonEnabled(true);
    mFind->setMinimumWidth(200);
    mFind->setMaximumWidth(480);
    mFind->setCompleter(new TokenCompleter(mTokens, mFind));
    mStreet->setObjectName(u"queueStreet"_s);
    mStreet->setMinimumSize(128, 32);
    mStreet->setMaxVisibleItems(20);
    mClass->setObjectName(u"queueClassFilter"_s);
    mClass->setMinimumSize(184, 32);
    mClass->setMaximumWidth(240);
    mMatches->setObjectName(u"queueMatches"_s);
    mMatches->setProperty("muted", true);
    mMatches->hide();
    mOverdue->setObjectName(u"queueOverdue"_s);
    mUnitChip->setObjectName(u"queueUnit"_s);
    mUnitChip->setProperty("chip", true);
    mUnitChip->hide();
    mClear->setObjectName(u"queueClear"_s);
    for (QPushButton *button : {mUnitChip, mClear}) {
        button->setAutoDefault(true); // Enter presses it
    }
    layout->addWidget(mFind, 1);
    layout->addWidget(mMatches);
    layout->addWidget(mStreet);
    layout->addWidget(mClass);
    const auto addChip = [&](QToolButton *button) {
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        button->setProperty("chip", true);
        connect(button, &QToolButton::toggled, this, &QueueFilterBar::apply);
        layout->addWidget(button);
    };
    for (std::size_t place = 0; place < mLevels.size(); ++place) {
        mLevels.at(place) = new QToolButton;
        mLevels.at(place)->setObjectName(u"queueLevel-"_s + toId(kLevels.at(place)));
        addChip(mLevels.at(place));
    }
    addChip(mOverdue);
    layout->addWidget(mUnitChip);
    layout->addWidget(mClear);
    layout->addStretch(); // what is left goes to the words first
    makeConnections();
    retranslate();
}

void QueueFilterBar::makeConnections()
{
    mTyping.setSingleShot(true);
    mTyping.setInterval(kRest);
    connect(&mTyping, &QTimer::timeout, this, &QueueFilterBar::apply);
    connect(mFind, &QLineEdit::textChanged, this, [this] { mTyping.start(); });
    connect(mFind, &QLineEdit::returnPressed, this, [this] {
        apply();
        emit accepted();
    });
    connect(mStreet, &QComboBox::currentIndexChanged, this, &QueueFilterBar::apply);
    // Chosen by somebody: the letters of the queue work again, not those of the list of streets.
    connect(mStreet, &QComboBox::activated, this, &QueueFilterBar::accepted);
    connect(mClass, &ClassFilterField::changed, this, &QueueFilterBar::apply);
    connect(mClass, &ClassFilterField::accepted, this, &QueueFilterBar::accepted);
    connect(mClass, &ClassFilterField::findAsked, this, &QueueFilterBar::focusWords);
    connect(mClear, &QPushButton::clicked, this, &QueueFilterBar::clearAsked);
    connect(mUnitChip, &QPushButton::clicked, this, [this] { setUnit({}); });
    connect(&mDistrict, &DistrictPort::districtChanged, this, [this] {
        fillStreets();
        fillTokens();
        mStreetFinder.reset();
        mUnitFinder.reset();
        mClass->retranslate();
        apply();
    });
}

void QueueFilterBar::setTheme(const Theme &theme)
{
    for (std::size_t place = 0; place < mLevels.size(); ++place) {
        mLevels.at(place)->setIcon(levelIcon(kLevels.at(place), theme));
    }
    mClass->setTheme(theme);
}

QStringList QueueFilterBar::streetsNamed(const QString &name)
{
    const QHash<QString, QString> &streets = mDistrict.names().streets();
    if (streets.contains(name)) {
        return {name};
    }
    if (!mStreetFinder) {
        QList<CatalogueEntry> entries;
        for (auto street = streets.cbegin(); street != streets.cend(); ++street) {
            entries.append(named(street.key(), {street.value(), {}}));
        }
        mStreetFinder = ClassFinder::make(entries);
    }
    return codesNamed(*mStreetFinder, name);
}

QStringList QueueFilterBar::unitsNamed(const QString &name)
{
    const QHash<QString, BilingualName> &units = mDistrict.names().units();
    if (units.contains(name)) {
        return {name};
    }
    if (!mUnitFinder) {
        QList<CatalogueEntry> entries;
        for (auto unit = units.cbegin(); unit != units.cend(); ++unit) {
            entries.append(named(unit.key(), *unit));
        }
        mUnitFinder = ClassFinder::make(entries);
    }
    return codesNamed(*mUnitFinder, name);
}

void QueueFilterBar::readWords()
{
    QStringList words;
    QStringList streets;
    QStringList units;
    QStringList unknown;
    for (const QString &word : mFind->text().split(u' ', Qt::SkipEmptyParts)) {
        QString name = word.mid(1);
        name.replace(u'_', u' ');
        const QChar mark = word.front();
        if (mark == u'!' || mark == u'！') {
            // Half a word is on its way to the only one there is.
            mChosen.overdueOnly = true;
        } else if (mark == u'#' && !name.isEmpty()) {
            streets += streetsNamed(name);
            unknown += streets.last() == kNobody ? QStringList{word} : QStringList();
        } else if (mark == u'@' && !name.isEmpty()) {
            units += unitsNamed(name);
            unknown += units.last() == kNobody ? QStringList{word} : QStringList();
        } else if (mark != u'#' && mark != u'@') {
            words.append(word);
        }
    }
    mChosen.text = words.join(u' ');
    streets.removeDuplicates();
    units.removeDuplicates();
    // One is what the queue has lists of.
    if (streets.size() == 1) {
        mChosen.street = streets.first();
    } else {
        mChosen.streetsNamed = streets;
    }
    if (units.size() == 1) {
        mChosen.unit = units.first();
    } else {
        mChosen.unitsNamed = units;
    }
    tellMatches(streets, units, unknown);
}

void QueueFilterBar::tellMatches(const QStringList &streets,
                                 const QStringList &units,
                                 const QStringList &unknown)
{
    QStringList counts;
    QStringList names;
    if (!streets.isEmpty()) {
        const qsizetype known = streets.size() - streets.count(QString(kNobody));
        counts.append(known == 0 ? tr("no such street")
                                 : tr("%n street(s)", nullptr, static_cast<int>(known)));
        for (const QString &code : streets) {
            names.append(mDistrict.names().streets().value(code));
        }
    }
    if (!units.isEmpty()) {
        const qsizetype known = units.size() - units.count(QString(kNobody));
        counts.append(known == 0 ? tr("no such unit")
                                 : tr("%n unit(s)", nullptr, static_cast<int>(known)));
        for (const QString &code : units) {
            names.append(mDistrict.names().unit(code, isEnglish()));
        }
    }
    // Which of the words it is, if not the only one.
    if (!unknown.isEmpty() && streets.size() + units.size() > 1) {
        counts.append(tr("nothing is called %1").arg(unknown.join(tr(", "))));
    }
    names.removeIf([](const QString &name) { return name.size() <= 1; });
    mMatches->setText(counts.join(u" · "_s));
    mMatches->setToolTip(names.join(u'\n'));
    mMatches->setVisible(!counts.isEmpty());
}

void QueueFilterBar::apply()
{
    if (mQuiet) {
        return;
    }
    mTyping.stop();
    mChosen = {};
    mChosen.street = mStreet->currentData().toString();
    mChosen.unit = mUnit;
    mChosen.overdueOnly = mOverdue->isChecked();
    mChosen.classKey = mClass->classKey();
    for (std::size_t place = 0; place < mLevels.size(); ++place) {
        if (mLevels.at(place)->isChecked()) {
            mChosen.levels.append(kLevels.at(place));
        }
    }
    readWords();
    mClear->setVisible(isActive() || mAlsoActive);
    emit changed();
}

QueueFilter QueueFilterBar::narrowed(QueueFilter queue) const
{
    queue.levels = mChosen.levels;
    queue.street = mChosen.street;
    queue.unit = mChosen.unit;
    queue.streetsNamed = mChosen.streetsNamed;
    queue.unitsNamed = mChosen.unitsNamed;
    queue.text = mChosen.text;
    queue.classKey = mChosen.classKey;
    queue.overdueOnly = queue.overdueOnly || mChosen.overdueOnly;
    return queue;
}

bool QueueFilterBar::isActive() const
{
    return mChosen != QueueFilter{} || !mFind->text().trimmed().isEmpty();
}

void QueueFilterBar::setAlsoActive(bool active)
{
    mAlsoActive = active;
    mClear->setVisible(isActive() || mAlsoActive);
}

void QueueFilterBar::clear()
{
    restore({});
}

void QueueFilterBar::keepStreet()
{
    QueueView view;
    view.street = mStreet->currentData().toString();
    QStringList marks;
    for (const QString &word : mFind->text().split(u' ', Qt::SkipEmptyParts)) {
        if (word.startsWith(u'#')) {
            marks.append(word);
        }
    }
    view.text = marks.join(u' ');
    restore(view);
}

void QueueFilterBar::store(QueueView &view) const
{
    view.text = mFind->text().trimmed();
    view.street = mStreet->currentData().toString();
    view.unit = mUnit;
    view.classKey = mChosen.classKey;
    view.levels = mChosen.levels;
    view.overdueOnly = mOverdue->isChecked();
}

void QueueFilterBar::restore(const QueueView &view)
{
    mQuiet = true;
    mFind->setText(view.text);
    mStreet->setCurrentIndex(std::max(0, mStreet->findData(view.street)));
    mClass->setClassKey(view.classKey);
    for (std::size_t place = 0; place < mLevels.size(); ++place) {
        mLevels.at(place)->setChecked(view.levels.contains(kLevels.at(place)));
    }
    mOverdue->setChecked(view.overdueOnly);
    mUnit = view.unit;
    showUnit();
    mQuiet = false;
    apply();
}

void QueueFilterBar::setUnit(const QString &code)
{
    mUnit = code;
    showUnit();
    apply();
}

void QueueFilterBar::showUnit()
{
    mUnitChip->setVisible(!mUnit.isEmpty());
    const QString name = mDistrict.names().unit(mUnit, isEnglish());
    mUnitChip->setText(fontMetrics().elidedText(name, Qt::ElideRight, 160) + u"  ✕"_s);
    mUnitChip->setToolTip(tr("Only cases of %1. Click to see all units.").arg(name));
}

void QueueFilterBar::focusWords()
{
    mFind->setFocus(Qt::ShortcutFocusReason);
    mFind->selectAll();
}

bool QueueFilterBar::hasWordFocus() const
{
    return mFind->hasFocus();
}

bool QueueFilterBar::hasFieldFocus() const
{
    return isAncestorOf(window()->focusWidget());
}

void QueueFilterBar::clearWords()
{
    mFind->clear();
    apply();
}

void QueueFilterBar::fillStreets()
{
    const QString before = mStreet->currentData().toString();
    const QHash<QString, QString> &streets = mDistrict.names().streets();
    QStringList codes = streets.keys();
    codes.sort();
    const QSignalBlocker quiet(mStreet);
    mStreet->clear();
    mStreet->addItem(tr("All streets"), QString());
    for (const QString &code : std::as_const(codes)) {
        mStreet->addItem(streets.value(code), code);
    }
    mStreet->setCurrentIndex(std::max(0, mStreet->findData(before)));
}

void QueueFilterBar::fillTokens()
{
    QStringList tokens{tr("!overdue", "a filter that is typed; the mark stays")};
    QStringList streets;
    for (const QString &name : mDistrict.names().streets()) {
        streets.append(asToken(u'#', name));
    }
    QStringList units;
    for (const BilingualName &name : mDistrict.names().units()) {
        units.append(asToken(u'@', name.in(isEnglish())));
    }
    streets.sort();
    units.sort();
    mTokens->setStringList(tokens + streets + units);
}

void QueueFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void QueueFilterBar::retranslate()
{
    mFind->setPlaceholderText(tr("Number, class, words or address (Ctrl+F)"));
    mFind->setAccessibleName(tr("Find in the queue"));
    mFind->setToolTip(tr("All words must be found. #street, @unit and !overdue narrow it down: "
                         "a part of the name or its pinyin initials, for all that are called so."));
    mStreet->setAccessibleName(tr("Street"));
    for (std::size_t place = 0; place < mLevels.size(); ++place) {
        const QString level = case_words::word(kLevels.at(place));
        mLevels.at(place)->setText(u' ' + level);
        mLevels.at(place)->setAccessibleName(level);
        mLevels.at(place)->setToolTip(tr("Only cases of level: %1").arg(level));
    }
    mOverdue->setText(tr("Overdue"));
    mOverdue->setToolTip(tr("Only cases whose handling limit has passed"));
    mClear->setText(tr("Clear filters"));
    mQuiet = true;
    fillStreets();
    fillTokens();
    mClass->retranslate();
    showUnit();
    mQuiet = false;
    apply();
}

} // namespace gridward
