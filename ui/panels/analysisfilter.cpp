// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/analysisfilter.h"

#include "models/domain/language.h"
#include "models/view/casewords.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using std::chrono::days;
using std::chrono::milliseconds;

/** The periods that end now, and the one that does not. */
struct Period
{
    const char *id;
    const char *text; ///< source text of a translation
    days length;
};
constexpr std::array kPeriods{
    Period{"24h", QT_TRANSLATE_NOOP("gridward::AnalysisFilter", "Last 24 hours"), days(1)},
    Period{"7d", QT_TRANSLATE_NOOP("gridward::AnalysisFilter", "Last 7 days"), days(7)},
    Period{"30d", QT_TRANSLATE_NOOP("gridward::AnalysisFilter", "Last 30 days"), days(30)},
    Period{"90d", QT_TRANSLATE_NOOP("gridward::AnalysisFilter", "Last 90 days"), days(90)}};
constexpr int kDefaultPeriod = 2;
const auto kFromTo = u"from-to"_s;
const auto kSaved = u"saved"_s;
const auto kDay = u"yyyy-MM-dd"_s;

constexpr int kCodeRole = Qt::UserRole;
constexpr int kKindRole = Qt::UserRole + 1;

Instant instantOf(const QDateTime &moment)
{
    return Instant(milliseconds(moment.toMSecsSinceEpoch()));
}

/** Puts a choice back after its list was filled anew; the first one if it is gone. */
void restore(QComboBox &box, const QVariant &code, const QVariant &kind = {})
{
    for (int i = 0; i < box.count(); ++i) {
        if (box.itemData(i, kCodeRole) == code && box.itemData(i, kKindRole) == kind) {
            box.setCurrentIndex(i);
            return;
        }
    }
    box.setCurrentIndex(0);
}

} // namespace

AnalysisFilter::AnalysisFilter(QWidget *parent)
    : QWidget(parent)
    , mPeriod(new QComboBox)
    , mDates(new QWidget)
    , mFrom(new QDateEdit)
    , mTo(new QDateEdit)
    , mKind(new QComboBox)
    , mClass(new QComboBox)
    , mStreet(new QComboBox)
    , mLevel(new QComboBox)
    , mSource(new QComboBox)
    , mLate(new QComboBox)
    , mOpenOnly(new QCheckBox)
    , mZone(QTimeZone::systemTimeZone())
{
    build();
    for (const Period &period : kPeriods) {
        mPeriod->addItem(QString(), QVariant(QString::fromLatin1(period.id)));
    }
    mPeriod->addItem(QString(), QVariant(kFromTo));
    mPeriod->setCurrentIndex(kDefaultPeriod);
    for (const QVariant &kind : {QVariant(),
                                 QVariant(static_cast<int>(CaseKind::Matter)),
                                 QVariant(static_cast<int>(CaseKind::Component))}) {
        mKind->addItem(QString(), kind);
    }
    mLevel->addItem(QString());
    for (const CaseLevel level :
         {CaseLevel::Red, CaseLevel::Orange, CaseLevel::Yellow, CaseLevel::Blue}) {
        mLevel->addItem(QString(), static_cast<int>(level));
    }
    mSource->addItem(QString());
    for (const CaseSource source : {CaseSource::Patrol,
                                    CaseSource::Hotline,
                                    CaseSource::App,
                                    CaseSource::Video,
                                    CaseSource::Leader,
                                    CaseSource::Department,
                                    CaseSource::Sensor}) {
        mSource->addItem(QString(), static_cast<int>(source));
    }
    mLate->addItem(QString());
    mLate->addItem(QString(), false);
    mLate->addItem(QString(), true);
    retranslate();
    showDates();
    connectAll();
}

void AnalysisFilter::build()
{
    mPeriod->setObjectName(u"analysisPeriod"_s);
    mFrom->setObjectName(u"analysisFrom"_s);
    mTo->setObjectName(u"analysisTo"_s);
    mKind->setObjectName(u"analysisKind"_s);
    mClass->setObjectName(u"analysisClass"_s);
    mStreet->setObjectName(u"analysisStreet"_s);
    mLevel->setObjectName(u"analysisLevel"_s);
    mSource->setObjectName(u"analysisSource"_s);
    mLate->setObjectName(u"analysisLate"_s);
    mOpenOnly->setObjectName(u"analysisOpenOnly"_s);

    auto *dates = new QHBoxLayout(mDates);
    dates->setContentsMargins(0, 0, 0, 0);
    dates->setSpacing(8);
    for (QDateEdit *edit : {mFrom, mTo}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(kDay);
        edit->setDate(QDate::currentDate());
        dates->addWidget(edit, 1);
    }
    mClass->setEditable(true);
    mClass->setInsertPolicy(QComboBox::NoInsert);
    auto *completer = new QCompleter(mClass->model(), mClass);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    completer->setMaxVisibleItems(12);
    mClass->setCompleter(completer);
    for (QComboBox *box : {mPeriod, mKind, mClass, mStreet, mLevel, mSource, mLate}) {
        // The longest name must not say how wide the panel is.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    const auto labelled = [this](QWidget *field) {
        auto *label = new QLabel;
        label->setObjectName(u"fieldLabel"_s);
        label->setBuddy(field);
        mLabels.append(label);
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        column->addWidget(label);
        column->addWidget(field);
        return column;
    };
    // Two in a row: what is chosen, how it is shown and what comes of it fit on a low window.
    const auto pair = [&](QWidget *first, QWidget *second) {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        row->addLayout(labelled(first), 1);
        row->addLayout(labelled(second), 1);
        layout->addLayout(row);
    };
    layout->addLayout(labelled(mPeriod));
    layout->addWidget(mDates);
    pair(mKind, mStreet);
    layout->addLayout(labelled(mClass));
    pair(mLevel, mSource);
    layout->addLayout(labelled(mLate));
    layout->addSpacing(4);
    layout->addWidget(mOpenOnly);
}

void AnalysisFilter::connectAll()
{
    connect(mPeriod, &QComboBox::currentIndexChanged, this, [this] {
        showDates();
        emit changed();
    });
    connect(mFrom, &QDateEdit::dateChanged, this, [this](QDate from) {
        const QSignalBlocker quiet(mTo);
        mTo->setDate(std::max(mTo->date(), from));
        emit changed();
    });
    connect(mTo, &QDateEdit::dateChanged, this, [this](QDate to) {
        const QSignalBlocker quiet(mFrom);
        mFrom->setDate(std::min(mFrom->date(), to));
        emit changed();
    });
    connect(mKind, &QComboBox::currentIndexChanged, this, [this] {
        fillClasses();
        emit changed();
    });
    connect(mClass, &QComboBox::activated, this, &AnalysisFilter::chooseClass);
    connect(mClass->lineEdit(), &QLineEdit::editingFinished, this, &AnalysisFilter::settleClass);
    for (QComboBox *box : {mStreet, mLevel, mSource, mLate}) {
        connect(box, &QComboBox::currentIndexChanged, this, &AnalysisFilter::changed);
    }
    connect(mOpenOnly, &QCheckBox::toggled, this, &AnalysisFilter::changed);
}

void AnalysisFilter::setDistrict(const DistrictNames &names, const StoreInfo &info, Instant now)
{
    const QTimeZone zone(info.timeZone.toUtf8());
    mZone = zone.isValid() ? zone : QTimeZone::systemTimeZone();
    QMap<QString, QString> sorted;
    for (auto street = names.streets().cbegin(); street != names.streets().cend(); ++street) {
        sorted.insert(street.key(), street.value());
    }
    mStreets.clear();
    for (auto street = sorted.cbegin(); street != sorted.cend(); ++street) {
        mStreets.append({street.key(), street.value()});
    }
    fillStreets();
    if (!isFromTo()) {
        const QSignalBlocker quietFrom(mFrom);
        const QSignalBlocker quietTo(mTo);
        mTo->setDate(localTime(now).date());
        mFrom->setDate(mTo->date().addDays(-29));
    }
}

void AnalysisFilter::setClasses(const QList<CatalogueEntry> &classes)
{
    mClasses = classes;
    std::ranges::stable_sort(mClasses, [](const CatalogueEntry &a, const CatalogueEntry &b) {
        return std::tie(a.key.kind, a.key.code) < std::tie(b.key.kind, b.key.code);
    });
    fillClasses();
}

void AnalysisFilter::fillStreets()
{
    const QSignalBlocker quiet(mStreet);
    const QVariant chosen = mStreet->currentData(kCodeRole);
    mStreet->clear();
    mStreet->addItem(tr("All streets"), QVariant(QString()));
    for (const auto &[code, name] : std::as_const(mStreets)) {
        mStreet->addItem(name, QVariant(code));
    }
    restore(*mStreet, chosen);
}

void AnalysisFilter::fillClasses()
{
    const QSignalBlocker quiet(mClass);
    const QVariant code = mClass->currentData(kCodeRole);
    const QVariant kind = mClass->currentData(kKindRole);
    const std::optional<CaseKind> wanted = kindChoice();
    mClass->clear();
    mClass->addItem(tr("All classes"), QVariant(QString()));
    QString major;
    for (const CatalogueEntry &entry : std::as_const(mClasses)) {
        if (wanted && entry.key.kind != *wanted) {
            continue;
        }
        const int kindData = static_cast<int>(entry.key.kind);
        const QString word = case_words::word(entry.key.kind);
        const auto add = [&](const QString &itemCode, const QString &name) {
            mClass->addItem(tr("%1 %2 (%3)").arg(itemCode, name, word), itemCode);
            mClass->setItemData(mClass->count() - 1, kindData, kKindRole);
        };
        const QString group = QString::number(kindData) + entry.majorCode;
        if (group != major) {
            major = group;
            add(entry.majorCode, tr("%1, all classes").arg(entry.majorName));
        }
        add(entry.key.code, isEnglish() && !entry.nameEn.isEmpty() ? entry.nameEn : entry.name);
    }
    restore(*mClass, code, kind);
    mSettledClass = mClass->currentIndex();
}

void AnalysisFilter::chooseClass(int index)
{
    if (index >= 0 && index != mSettledClass) {
        mSettledClass = index;
        emit changed();
    }
}

void AnalysisFilter::settleClass()
{
    const QString text = mClass->lineEdit()->text().trimmed();
    int index = mClass->findText(text, Qt::MatchFixedString);
    if (text.isEmpty()) {
        index = 0;
    } else if (index < 0) {
        index = mClass->findText(text, Qt::MatchContains); // what the list showed first
    }
    const int settled = index >= 0 ? index : mSettledClass;
    mClass->setCurrentIndex(settled);
    mClass->lineEdit()->setText(mClass->itemText(settled)); // never words that choose nothing
    chooseClass(settled);
}

bool AnalysisFilter::isFromTo() const
{
    return mPeriod->currentData().toString() == kFromTo;
}

bool AnalysisFilter::isSaved() const
{
    return mSaved && mPeriod->currentData().toString() == kSaved;
}

QString AnalysisFilter::periodId() const
{
    return isSaved() ? mSaved->id : mPeriod->currentData().toString();
}

void AnalysisFilter::nameSaved()
{
    const int index = mPeriod->findData(kSaved);
    if (mSaved && index >= 0) {
        mPeriod->setItemText(index,
                             tr("As saved, %1 – %2")
                                 .arg(localTime(mSaved->from).toString(kDay),
                                      localTime(mSaved->to - milliseconds(1)).toString(kDay)));
    }
}

bool AnalysisFilter::take(const CasePlaceQuery &query, const QString &period)
{
    const QSignalBlocker quiet(this);
    mSaved = SavedPeriod{period, query.from, query.to, query.at};
    if (mPeriod->findData(kSaved) < 0) {
        mPeriod->addItem(QString(), QVariant(kSaved));
    }
    nameSaved();
    mPeriod->setCurrentIndex(mPeriod->findData(kSaved));
    const auto choose = [](QComboBox &box, const QVariant &wanted) {
        box.setCurrentIndex(std::max(0, box.findData(wanted)));
        return box.currentData() == wanted;
    };
    const auto number = [](const auto &value) {
        return value ? QVariant(static_cast<int>(*value)) : QVariant();
    };
    bool isWhole = choose(*mKind, number(query.kind));
    fillClasses(); // of that kind
    restore(*mClass,
            QVariant(query.classCode),
            query.classCode.isEmpty() ? QVariant() : number(query.kind));
    mSettledClass = mClass->currentIndex();
    isWhole = classChoice().code == query.classCode && isWhole;
    isWhole = choose(*mStreet, QVariant(query.street)) && isWhole;
    isWhole = choose(*mLevel, number(query.level)) && isWhole;
    isWhole = choose(*mSource, number(query.source)) && isWhole;
    isWhole = choose(*mLate, query.late ? QVariant(*query.late) : QVariant()) && isWhole;
    mOpenOnly->setChecked(query.openOnly);
    return isWhole;
}

void AnalysisFilter::showDates()
{
    mDates->setVisible(isFromTo());
}

std::optional<CaseKind> AnalysisFilter::kindChoice() const
{
    const QVariant kind = mKind->currentData();
    return kind.isValid() ? std::optional(static_cast<CaseKind>(kind.toInt())) : std::nullopt;
}

AnalysisFilter::ClassChoice AnalysisFilter::classChoice() const
{
    const QString code = mClass->itemData(mSettledClass, kCodeRole).toString();
    if (code.isEmpty()) {
        return {};
    }
    return {static_cast<CaseKind>(mClass->itemData(mSettledClass, kKindRole).toInt()), code};
}

QDateTime AnalysisFilter::localTime(Instant moment) const
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), mZone);
}

CasePlaceQuery AnalysisFilter::query(Instant now) const
{
    CasePlaceQuery query;
    if (isFromTo()) {
        query.from = instantOf(mFrom->date().startOfDay(mZone));
        query.to = instantOf(mTo->date().addDays(1).startOfDay(mZone));
    } else if (isSaved()) {
        query.from = mSaved->from;
        query.to = mSaved->to;
    } else {
        const int index = std::clamp(mPeriod->currentIndex(), 0, int(kPeriods.size()) - 1);
        query.to = now + milliseconds(1); // what was registered at this very moment is in it
        query.from = now - kPeriods.at(static_cast<std::size_t>(index)).length;
    }
    const ClassChoice chosen = classChoice();
    query.kind = chosen.kind ? chosen.kind : kindChoice();
    query.classCode = chosen.code;
    query.street = mStreet->currentData(kCodeRole).toString();
    query.openOnly = mOpenOnly->isChecked();
    if (const QVariant level = mLevel->currentData(); level.isValid()) {
        query.level = static_cast<CaseLevel>(level.toInt());
    }
    if (const QVariant source = mSource->currentData(); source.isValid()) {
        query.source = static_cast<CaseSource>(source.toInt());
    }
    if (const QVariant late = mLate->currentData(); late.isValid()) {
        query.late = late.toBool();
    }
    query.at = isSaved() ? mSaved->at : now;
    return query;
}

QString AnalysisFilter::selectionText() const
{
    QStringList words;
    if (!classChoice().code.isEmpty()) {
        words.append(mClass->itemText(mSettledClass));
    } else if (kindChoice()) {
        words.append(mKind->currentText());
    }
    if (!mStreet->currentData(kCodeRole).toString().isEmpty()) {
        words.append(mStreet->currentText());
    }
    for (const QComboBox *box : {mLevel, mSource, mLate}) {
        if (box->currentIndex() > 0) {
            words.append(box->currentText());
        }
    }
    if (mOpenOnly->isChecked()) {
        words.append(mOpenOnly->text());
    }
    return words.isEmpty() ? tr("All cases") : words.join(u" · "_s);
}

void AnalysisFilter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void AnalysisFilter::retranslate()
{
    for (std::size_t i = 0; i < kPeriods.size(); ++i) {
        mPeriod->setItemText(static_cast<int>(i), tr(kPeriods.at(i).text));
    }
    mPeriod->setItemText(static_cast<int>(kPeriods.size()), tr("From – to"));
    nameSaved();
    mKind->setItemText(0, tr("All kinds"));
    for (int i = 1; i < mKind->count(); ++i) {
        mKind->setItemText(i, case_words::word(static_cast<CaseKind>(mKind->itemData(i).toInt())));
    }
    mOpenOnly->setText(tr("Open cases only"));
    mLevel->setItemText(0, tr("All levels"));
    for (int i = 1; i < mLevel->count(); ++i) {
        mLevel->setItemText(i,
                            case_words::word(static_cast<CaseLevel>(mLevel->itemData(i).toInt())));
    }
    mSource->setItemText(0, tr("All sources"));
    for (int i = 1; i < mSource->count(); ++i) {
        mSource->setItemText(
            i, case_words::word(static_cast<CaseSource>(mSource->itemData(i).toInt())));
    }
    mLate->setItemText(0, tr("In time and late"));
    mLate->setItemText(1, tr("In time so far"));
    mLate->setItemText(2, tr("Late"));
    mLate->setToolTip(tr("Late: the handling limit ran out before the case was handled. Cases that "
                         "are exempt from it are in neither."));
    const QStringList names{tr("Period"),
                            tr("Kind"),
                            tr("Street"),
                            tr("Class"),
                            tr("Level"),
                            tr("Source"),
                            tr("Handling limit")};
    for (qsizetype i = 0; i < mLabels.size(); ++i) {
        mLabels.at(i)->setText(names.value(i));
        mLabels.at(i)->buddy()->setAccessibleName(names.value(i));
    }
    mFrom->setAccessibleName(tr("First day"));
    mTo->setAccessibleName(tr("Last day"));
    mClass->lineEdit()->setPlaceholderText(tr("Code or name of a class"));
    fillStreets();
    fillClasses();
}

} // namespace gridward
