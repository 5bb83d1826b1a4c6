// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/personal.h"
#include "models/service/districtport.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QJsonObject;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace gridward {

class CallerFields;
class ChoiceList;
class DraftPort;
class LevelChips;
class PersonalPort;
struct Theme;

/**
 * Registers a case at a place of the map: what kind of problem, how urgent, from whom, in words.
 * Enter goes on to the next field, Ctrl+Enter sends, Esc leaves. GUI thread.
 */
class ReportForm final : public QWidget
{
    Q_OBJECT
public:
    /** The port outlives it. */
    explicit ReportForm(DistrictPort &district, QWidget *parent = nullptr);

    /** The place of the problem; what was entered stays, but for an address nobody has changed. */
    void setPlace(const GeoPoint &place);
    /** Empty again, the keyboard in the first field. */
    void clear();
    void setTheme(const Theme &theme);
    /** With it the form asks for the caller as well; it outlives the form. */
    void setPersonal(PersonalPort &personal);
    /** With it what is entered, but for the caller, is there again after a crash; outlives it. */
    void setDrafts(DraftPort &drafts);
    /** As it would be sent. */
    [[nodiscard]] ReportDraft draft() const;
    /** Who called; empty if nobody was entered. */
    [[nodiscard]] Caller caller() const;

signals:
    /** It is in the store. */
    void reported(const gridward::CaseId &id);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void makeConnections();
    void readClasses();
    void takeFacts(const Result<PlaceFacts> &facts);
    void fillClasses();
    void empty();
    void takeUser();
    void keepDraft();
    void restoreDraft();
    void takeDraft(const QJsonObject &content);
    void send();
    void takeOutcome(const Result<Case> &outcome);
    void update();
    void retranslate();
    void setNotice(const QString &level, const QString &text);
    [[nodiscard]] bool isComplete() const;

    DistrictPort &mDistrict;
    PersonalPort *mPersonal = nullptr;
    std::optional<GeoPoint> mPlace;
    std::optional<PlaceFacts> mFacts;
    QList<CatalogueEntry> mClasses;
    QString mOfferedAddress; ///< as the store proposed it
    DraftPort *mDrafts = nullptr;
    QString mUser; ///< whose form it is
    bool mRestored = false;
    bool mKept = false;              ///< there is a draft of it
    bool mQuiet = false;             ///< nobody enters what is written into it now
    std::optional<Instant> mBegunAt; ///< of a draft that was restored
    QString mWantedClass;            ///< of a draft that came before the classes
    bool mRunning = false;
    int mQuestion = 0; ///< only the last answer counts

    QLabel *mHeading;
    QLabel *mWhere;
    QLabel *mNotice;
    QLabel *mClassLabel;
    ChoiceList *mClass;
    QLabel *mLevelLabel;
    LevelChips *mLevel;
    QLabel *mSourceLabel;
    QComboBox *mSource;
    QLabel *mTextLabel;
    QPlainTextEdit *mText;
    QLabel *mAddressLabel;
    QLineEdit *mAddress;
    CallerFields *mCaller;
    QPushButton *mSend;
    QPushButton *mCancel;
};

} // namespace gridward
