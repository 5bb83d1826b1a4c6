// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/wall/wallscenes.h"
#include "ui/wall/walloptions.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTimeEdit;

namespace gridward {

class DistrictPort;
class LiveCases;
class ScenePreview;
class SceneTree;
class WallPort;
struct Theme;

/**
 * Edits the scenes of the wall, with a preview of what is being edited on a wall of any size. What
 * is saved goes into the user's folder (WallOptions::ownScenes), where it takes the place of the
 * program's own scene of the same id; deleting it there brings that back. GUI thread.
 */
class SceneDialog final : public QDialog
{
    Q_OBJECT
public:
    /** What a preview is made of; all outlive the dialog. */
    struct Sources
    {
        DistrictPort &district;
        LiveCases &cases;
        WallPort &wall;
        QWidget *map = nullptr; ///< of the wall
        const Theme &theme;     ///< of the wall
    };
    SceneDialog(const Sources &sources, const WallOptions &options, QWidget *parent = nullptr);

    /** As it stands in the form. */
    [[nodiscard]] WallScene scene() const;
    [[nodiscard]] ScenePreview &preview() const { return *mPreview; }

signals:
    /** The folder has changed. */
    void saved();

protected:
    void changeEvent(QEvent *event) override;
    void reject() override;

private:
    void build();
    [[nodiscard]] QWidget *formSide();
    [[nodiscard]] QWidget *previewSide();
    void connectAll();
    void retranslate();
    void fillList(const QString &chosen);
    void choose(int row);
    void fillForm(const WallScene &scene);
    void startNew();
    void save();
    void removeOwn();
    void edited();
    void check();
    /** True if nothing was changed, or whoever changed it lets it go. */
    [[nodiscard]] bool mayLeave();
    void say(const QString &words, bool isError);

    WallOptions mOptions;
    WallScenes mScenes;
    WallScene mBefore; ///< as it was when it was chosen
    bool mIsNew = false;
    bool mIsFilling = false;
    bool mWasWarned = false;

    QLabel *mHeading;
    QListWidget *mList;
    QPushButton *mNew;
    QPushButton *mRemove;
    QFormLayout *mForm = nullptr;
    QLineEdit *mId;
    QLineEdit *mTitle;
    QLineEdit *mTitleEn;
    QSpinBox *mOrder;
    QSpinBox *mSeconds;
    QCheckBox *mAllDay;
    QWidget *mHours;
    QTimeEdit *mFrom;
    QTimeEdit *mTo;
    SceneTree *mTree;
    QComboBox *mSize;
    ScenePreview *mPreview;
    QLabel *mLeftOut;
    QLabel *mSays;
    QPushButton *mSave;
    QPushButton *mClose;
};

} // namespace gridward
