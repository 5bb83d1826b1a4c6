// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "models/service/intakeport.h"
#include "ui/panels/intakecontent.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;

namespace gridward {

class CallerFields;
class LevelChips;
class PersonalPort;
class PhotoStrip;
class SuggestField;
struct Theme;

/**
 * The form of the call desk, its fields in the order in which a call goes: where, what, in which
 * words, from where, how urgent, who. Enter goes on, Ctrl+Enter sends from anywhere. Loses nothing:
 * an error keeps it, and F12 brings back what F12 took. GUI thread.
 */
class IntakeForm final : public QWidget
{
    Q_OBJECT
public:
    /** Both outlive it. */
    IntakeForm(DistrictPort &district, IntakePort &intake, QWidget *parent = nullptr);

    void setPersonal(PersonalPort &personal);
    void setTheme(const Theme &theme);

    [[nodiscard]] IntakeContent content() const;
    /** As it was; the place is looked up again, the pictures are read again. */
    void setContent(const IntakeContent &content);
    /** By a click on the map. */
    void setPlace(const GeoPoint &place);
    /** Empty, the source the usual one of a call desk, unless it is kept for the next call. */
    void clear();
    /**
     * Empties the form; called again, that comes back: for the same user, as long as the desk is
     * not covered.
     */
    void discard();
    /** To the first field; waits for somebody who may report. */
    void focusPlace();
    /** To the field that one has left: what stands in it is not selected. */
    void focusWhereLeft();
    /** To what is still to be entered; nothing that stands there goes by the next key. */
    void focusFirstOpen();

    [[nodiscard]] std::optional<GeoPoint> place() const { return mPlace; }
    [[nodiscard]] const std::optional<PlaceFacts> &facts() const { return mFacts; }
    [[nodiscard]] const std::optional<CatalogueEntry> &chosenClass() const { return mClass; }
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString address() const;
    [[nodiscard]] PhotoStrip &photos() const { return *mPhotos; }
    /** Nothing that was asked for a field is still on its way. */
    [[nodiscard]] bool isSettled() const;
    /** A quiet line at the head of the form. */
    void setNotice(const QString &level, const QString &text) { say(Subject::Other, level, text); }

public slots:
    void send();
    /** Sends it as another report of this case. Both wait for what is still being read. */
    void join(const gridward::Case &known);
    void takePhotoPlace();

signals:
    /** Something was entered. */
    void edited();
    /** Place or class are others now. */
    void questionChanged();
    /** A street or community was named, which is no place yet. */
    void areaNamed(gridward::PlaceCandidate candidate);
    /** In the store; `known` is the number of the case that it went into, or empty. */
    void sent(const gridward::Case &made, const QString &known);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    /** What a line at the head of the form speaks of: it goes when that is entered anew. */
    enum class Subject { Other, Place, Class, Missing };
    enum class Missing { Nothing, Right, Place, PlaceInside, Class, Words, Phone };

    void layOut();
    void makeConnections();
    void say(Subject about, const QString &level, const QString &text);
    void forgetSaid(Subject about);
    void sayUnknownPlace();
    void goBackToPlace();
    [[nodiscard]] bool isOutside() const { return mFacts && mFacts->grid.isEmpty(); }
    void goToClass();
    void passClass();
    void offerAddress(const QString &address, IntakeContent::AddressFrom from);
    [[nodiscard]] IntakeContent::AddressFrom addressFrom() const;
    [[nodiscard]] Missing missing() const;
    void goToMissing();
    void readClasses();
    void locate();
    void takeCandidates(const Result<QList<PlaceCandidate>> &found);
    void chooseCandidate(const QString &id);
    void passPlace();
    void readFacts();
    void takeFacts(const Result<PlaceFacts> &facts);
    void findClasses(const QString &text);
    void chooseClass(const QString &id);
    /** The class in its field: what is too long of its name goes, its code does not. */
    void fitClass();
    void setClass(const std::optional<CatalogueEntry> &entry);
    void forgetPlace();
    void forgetDiscarded();
    void report(const std::optional<Case> &known);
    void goOn();
    void takeOutcome(const Result<Case> &outcome, const QString &known);
    void update();
    void showWhere();
    void retranslate();
    /** What has still to be entered. */
    [[nodiscard]] QString missingText() const;
    /** What has still to be read once all is entered. */
    [[nodiscard]] QString unreadText() const;
    [[nodiscard]] ReportDraft draft() const;
    [[nodiscard]] QString className(const CatalogueEntry &entry) const;

    DistrictPort &mDistrict;
    IntakePort &mIntake;
    PersonalPort *mPersonal = nullptr;
    std::shared_ptr<const ClassFinder> mClasses;

    std::optional<GeoPoint> mPlace;
    bool mExact = true;
    QString mComponent;
    QString mOfferedAddress; ///< filled in by the program …
    /** … out of the store, or of what was typed as the place. */
    IntakeContent::AddressFrom mOfferedFrom = IntakeContent::AddressFrom::Program;
    Subject mSaidOf = Subject::Other;
    std::optional<PlaceFacts> mFacts;
    std::optional<CatalogueEntry> mClass;
    ClassKey mWantedClass; ///< of a draft that came before the classes
    QList<PlaceCandidate> mCandidates;
    std::optional<IntakeContent> mDiscarded;
    /** What is sent as soon as all is read; it may be a report of a known case. */
    struct Order
    {
        std::optional<Case> known;
    };
    std::optional<Order> mWaiting;
    QString mUser; ///< whose form it is
    QTimer mTyping;
    int mLocating = 0;       ///< only the last answer counts
    int mLocated = 0;        ///< the last one that came
    bool mTakeFirst = false; ///< Enter was faster than the answer
    int mAsking = 0;         ///< for the facts of the place
    bool mAnswered = true;
    bool mRunning = false;
    bool mRestoring = false;
    bool mFocusWhenOpen = false; ///< it was asked for before anybody could enter anything

    QLabel *mNotice;
    QLabel *mPlaceLabel;
    SuggestField *mPlaceField;
    QLabel *mWhere;
    QLabel *mAddressLabel;
    QLineEdit *mAddress;
    QLabel *mClassLabel;
    SuggestField *mClassField;
    QLabel *mUnknownClass;
    QLabel *mTextLabel;
    QPlainTextEdit *mText;
    QLabel *mSourceLabel;
    QComboBox *mSource;
    QCheckBox *mKeepSource;
    QLabel *mLevelLabel;
    LevelChips *mLevel;
    CallerFields *mCaller;
    PhotoStrip *mPhotos;
    QPushButton *mSend;
    QPushButton *mDiscard;
    QLabel *mMissing;
    QScrollArea *mScroll; ///< the fields
};

} // namespace gridward
