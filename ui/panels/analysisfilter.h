// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QDateTime>
#include <QList>
#include <QTimeZone>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;

namespace gridward {

/**
 * Which cases an analysis takes: period, kind, class, street, level, source, in time or late, open
 * only. Days are those of the district. Holds nothing but the choice; GUI thread.
 */
class AnalysisFilter final : public QWidget
{
    Q_OBJECT
public:
    explicit AnalysisFilter(QWidget *parent = nullptr);

    /** Streets and time zone to choose by; a choice that is still there stays. */
    void setDistrict(const DistrictNames &names, const StoreInfo &info, Instant now);
    void setClasses(const QList<CatalogueEntry> &classes);

    /** What was chosen, as seen at this moment. */
    [[nodiscard]] CasePlaceQuery query(Instant now) const;
    /** Chooses what a saved analysis asks, its period to the millisecond, without telling of it.
     * False if something of it is not here any more: that is left out. */
    bool take(const CasePlaceQuery &query, const QString &period);
    /** How the period was chosen: "30d", "from-to". */
    [[nodiscard]] QString periodId() const;
    /** "Matters · 景山街道 · Open cases only", or "All cases". */
    [[nodiscard]] QString selectionText() const;
    /** In the district's local time. */
    [[nodiscard]] QDateTime localTime(Instant moment) const;
    [[nodiscard]] const QTimeZone &zone() const { return mZone; }

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    /** The period of a saved analysis: one of the list, as it was then. */
    struct SavedPeriod
    {
        QString id;
        Instant from;
        Instant to;
        Instant at;
    };
    struct ClassChoice
    {
        std::optional<CaseKind> kind;
        QString code; ///< empty: all
    };

    void build();
    void connectAll();
    void retranslate();
    void showDates();
    void fillClasses();
    void fillStreets();
    void nameSaved();
    void settleClass();
    void chooseClass(int index);
    [[nodiscard]] ClassChoice classChoice() const;
    [[nodiscard]] std::optional<CaseKind> kindChoice() const;
    [[nodiscard]] bool isFromTo() const;
    [[nodiscard]] bool isSaved() const;

    QComboBox *mPeriod;
    QWidget *mDates;
    QDateEdit *mFrom;
    QDateEdit *mTo;
    QComboBox *mKind;
    QComboBox *mClass;
    QComboBox *mStreet;
    QComboBox *mLevel;
    QComboBox *mSource;
    QComboBox *mLate;
    QCheckBox *mOpenOnly;
    QList<QLabel *> mLabels; ///< above the fields, in the order of the panel
    QList<CatalogueEntry> mClasses;
    QList<std::pair<QString, QString>> mStreets; ///< code and name, by code
    QTimeZone mZone;
    std::optional<SavedPeriod> mSaved;
    int mSettledClass = 0; ///< what the words in the class field last stood for
};

} // namespace gridward
