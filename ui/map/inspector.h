// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QFrame>
#include <QList>
#include <QTimer>

#include <optional>

class QLabel;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace gridward {

class CaseRowList;
class DistrictPort;
class GridCardPanel;
class LiveCases;
class PersonCardPanel;
class PersonalPort;
class PlaceCardPanel;
struct Theme;

/**
 * At the right of the map: what was picked on it. Holds the cards, and two widgets from outside,
 * the panel of one case and the form of a report. Hidden while there is nothing. GUI thread.
 */
class Inspector final : public QFrame
{
    Q_OBJECT
public:
    enum class Page { Cases, Case, Grid, Place, Person, Report };

    explicit Inspector(QWidget *parent = nullptr);

    /** Both must outlive it; once. */
    void setDistrict(DistrictPort &district, LiveCases &cases);
    /** Becomes a child. */
    /** After setDistrict(). */
    void setPersonal(PersonalPort &personal);
    void setCasePanel(QWidget *panel);
    void setReportForm(QWidget *form);
    [[nodiscard]] bool hasCasePanel() const { return mCasePanel != nullptr; }
    [[nodiscard]] bool hasReportForm() const { return mReportForm != nullptr; }
    void setTheme(const Theme &theme);

    /** A list to choose from, of those still open. */
    void showCases(const QList<CaseId> &ids);
    /** The page of the panel; who hosts it tells it which case. */
    void showCasePage();
    void showReportPage();
    /** With a place in it and a class: see GridCardPanel::showGrid(). */
    void showGrid(const QString &code,
                  const std::optional<GeoPoint> &place = std::nullopt,
                  const ClassKey &key = {});
    void showPlace(const QString &id);
    void showPerson(const QString &id, const QString &name = {}, const QString &phone = {});
    [[nodiscard]] Page page() const;

public slots:
    void goBack();
    void close();

signals:
    void caseChosen(const gridward::CaseId &id);
    void gridChosen(const QString &code);
    void placeWanted(const QString &person, const gridward::GeoPoint &place);
    void reportWanted();
    void opened();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open(Page page);
    QWidget *host(Page page, QWidget *content);
    void fillCases();
    void retranslate();

    DistrictPort *mDistrict = nullptr;
    LiveCases *mCases = nullptr;
    QToolButton *mBack;
    QLabel *mHeading;
    QToolButton *mClose;
    QStackedWidget *mStack;
    CaseRowList *mList;
    QLabel *mNoneLeft;
    GridCardPanel *mGrid = nullptr;
    PlaceCardPanel *mPlace = nullptr;
    PersonCardPanel *mPerson = nullptr;
    const Theme *mTheme = nullptr;
    QWidget *mCasePanel = nullptr;
    QWidget *mReportForm = nullptr;
    QList<CaseId> mPicked;
    QList<Page> mBefore; ///< to go back to
    QTimer mPause;       ///< the list follows its cases once a second
};

} // namespace gridward
