// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/queuefilterbar.h"

#include "models/service/districtport.h"
#include "models/view/casewords.h"
#include "models/view/livecases.h"
#include "ui/theme/levelmarks.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLineEdit>
#include <QLocale>
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

/** Names as one word, so that a word stays a word. */
QString asToken(QChar mark, const QString &name)
{
    QString word = name;
    return mark + word.replace(u' ', u'_');
}

bool isEnglish()
{
    return QLocale().language() != QLocale::Chinese;
}

/** The code whose name fits best: the whole name, its beginning, any part; the shortest of them. */
template <typename Names>
QString bestNamed(const Names &names, const QString &wanted)
{
    QString best;
    int bestRank = 3;
    qsizetype bestLength = 0;
    for (const auto &[code, name] : names) {
        const int rank = code == wanted || name.compare(wanted, Qt::CaseInsensitive) == 0 ? 0
                         : name.startsWith(wanted, Qt::CaseInsensitive)                   ? 1
                         : name.contains(wanted, Qt::CaseInsensitive)                     ? 2
                                                                                          : 3;
        if (rank < bestRank ||
            (rank == bestRank && rank < 3 &&
             (name.size() < bestLength || (name.size() == bestLength && code < best)))) {
            best = code;
            bestRank = rank;
            bestLength = name.size();
        }
    }
    return best;
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

/** Classes are looked up when somebody wants to choose one. */
class QueueFilterBar::ClassBox final : public QComboBox
{
public:
    explicit ClassBox(QueueFilterBar &bar)
        : mBar(bar)
    {
        setEditable(true);
        setInsertPolicy(QComboBox::NoInsert);
        completer()->setCompletionMode(QCompleter::PopupCompletion);
        completer()->setFilterMode(Qt::MatchContains);
        completer()->setCaseSensitivity(Qt::CaseInsensitive);
    }
    void showPopup() override
    {
        mBar.fillClasses();
        QComboBox::showPopup();
    }

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        mBar.fillClasses();
        QComboBox::focusInEvent(event);
        lineEdit()->selectAll();
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QComboBox::focusOutEvent(event);
        setEditText(itemText(currentIndex())); // half a word chooses nothing
    }

private:
    QueueFilterBar &mBar;
};

QueueFilterBar::QueueFilterBar(const DistrictPort &district, const LiveCases &live, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mLive(live)
    , mFind(new QLineEdit)
    , mTokens(new QStringListModel(this))
    , mStreet(new QComboBox)
    , mClass(new ClassBox(*this))
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
    mClass->setObjectName(u"queueClass"_s);
    mClass->setMinimumSize(144, 32);
    mClass->setMaximumWidth(240);
    mClass->setMaxVisibleItems(20);
    mClass->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    mClass->view()->setMinimumWidth(360);
    mOverdue->setObjectName(u"queueOverdue"_s);
    mUnitChip->setObjectName(u"queueUnit"_s);
    mUnitChip->setProperty("chip", true);
    mUnitChip->hide();
    mClear->setObjectName(u"queueClear"_s);
    layout->addWidget(mFind, 1);
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
    layout->addStretch(1);
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
    connect(mClass, &QComboBox::currentIndexChanged, this, &QueueFilterBar::apply);
    connect(mClear, &QPushButton::clicked, this, &QueueFilterBar::clearAsked);
    connect(mUnitChip, &QPushButton::clicked, this, [this] { setUnit({}); });
    connect(&mDistrict, &DistrictPort::districtChanged, this, [this] {
        fillStreets();
        fillTokens();
        mClasses.clear();
        apply();
    });
}

void QueueFilterBar::setTheme(const Theme &theme)
{
    for (std::size_t place = 0; place < mLevels.size(); ++place) {
        mLevels.at(place)->setIcon(levelIcon(kLevels.at(place), theme));
    }
}

QString QueueFilterBar::streetNamed(const QString &name) const
{
    QList<std::pair<QString, QString>> names;
    const QHash<QString, QString> &streets = mDistrict.names().streets();
    for (auto street = streets.cbegin(); street != streets.cend(); ++street) {
        names.append({street.key(), street.value()});
    }
    const QString code = bestNamed(names, name);
    return code.isEmpty() ? QString(kNobody) : code;
}

QString QueueFilterBar::unitNamed(const QString &name) const
{
    QList<std::pair<QString, QString>> names;
    const QHash<QString, BilingualName> &units = mDistrict.names().units();
    for (auto unit = units.cbegin(); unit != units.cend(); ++unit) {
        names.append({unit.key(), unit->name});
        if (!unit->nameEn.isEmpty()) {
            names.append({unit.key(), unit->nameEn});
        }
    }
    const QString code = bestNamed(names, name);
    return code.isEmpty() ? QString(kNobody) : code;
}

void QueueFilterBar::readWords()
{
    QStringList words;
    for (const QString &word : mFind->text().split(u' ', Qt::SkipEmptyParts)) {
        QString name = word.mid(1);
        name.replace(u'_', u' ');
        const QChar mark = word.front();
        if (mark == u'!' || mark == u'！') {
            // Half a word is on its way to the only one there is.
            mChosen.overdueOnly = true;
        } else if (mark == u'#' && !name.isEmpty()) {
            mChosen.street = streetNamed(name);
        } else if (mark == u'@' && !name.isEmpty()) {
            mChosen.unit = unitNamed(name);
        } else if (mark != u'#' && mark != u'@') {
            words.append(word);
        }
    }
    mChosen.text = words.join(u' ');
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
    const int chosen = mClass->currentData().isValid() ? mClass->currentData().toInt() : -1;
    if (chosen >= 0 && chosen < mClasses.size()) {
        mChosen.classKey = mClasses.at(chosen);
    }
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
    if (view.classKey) {
        fillClasses();
        if (!mClasses.contains(*view.classKey)) {
            mClasses.append(*view.classKey); // no open case has it now
            mClass->addItem(className(*view.classKey), static_cast<int>(mClasses.size() - 1));
        }
        mClass->setCurrentIndex(
            mClass->findData(static_cast<int>(mClasses.indexOf(*view.classKey))));
    } else {
        mClass->setCurrentIndex(0);
    }
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

QString QueueFilterBar::className(const ClassKey &key) const
{
    return u"%1 %2"_s.arg(key.code, mDistrict.names().className(key, isEnglish()));
}

void QueueFilterBar::fillClasses()
{
    const std::optional<ClassKey> before = mChosen.classKey;
    QList<std::pair<ClassKey, qint64>> classes = mLive.index().classes();
    std::ranges::sort(classes, [](const auto &one, const auto &other) {
        return std::pair(one.first.kind, one.first.code) <
               std::pair(other.first.kind, other.first.code);
    });
    const QSignalBlocker quiet(mClass);
    mClasses.clear();
    mClass->clear();
    mClass->addItem(tr("All classes"));
    const auto add = [this](const ClassKey &key, const QString &text) {
        mClass->addItem(text, static_cast<int>(mClasses.size()));
        mClasses.append(key);
    };
    for (const auto &[key, count] : std::as_const(classes)) {
        add(key, u"%1  (%2)"_s.arg(className(key), QLocale().toString(count)));
    }
    if (before && !mClasses.contains(*before)) {
        add(*before, className(*before));
    }
    mClass->setCurrentIndex(before ? mClass->findData(static_cast<int>(mClasses.indexOf(*before)))
                                   : 0);
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
    mFind->setPlaceholderText(tr("Find by number, class, words or address (Ctrl+F)"));
    mFind->setAccessibleName(tr("Find in the queue"));
    mFind->setToolTip(tr("All words must be found. #street, @unit and !overdue narrow it down."));
    mStreet->setAccessibleName(tr("Street"));
    mClass->setAccessibleName(tr("Class"));
    mClass->setToolTip(tr("Type a code or a part of the name."));
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
    fillClasses();
    showUnit();
    mQuiet = false;
    apply();
}

} // namespace gridward
