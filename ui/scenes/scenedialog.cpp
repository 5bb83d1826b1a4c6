// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scenes/scenedialog.h"

#include "models/domain/language.h"
#include "models/view/wall/tilewords.h"
#include "ui/scenes/scenepreview.h"
#include "ui/scenes/scenetree.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QTimeEdit>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::array kSizes{
    QSize(1920, 1080), QSize(3840, 2160), QSize(5760, 1080), QSize(7680, 4320), QSize(1080, 1920)};
constexpr int kLongestTitle = 30;
constexpr int kListWidth = 200;
constexpr int kFormWidth = 400;

QTime timeOf(int minute)
{
    return QTime(0, 0).addSecs((minute % kDayMinutes) * 60);
}

int minuteOf(const QTime &time)
{
    return time.hour() * 60 + time.minute();
}

QLabel *wrapping(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    return label;
}

} // namespace

SceneDialog::SceneDialog(const Sources &sources, const WallOptions &options, QWidget *parent)
    : QDialog(parent)
    , mOptions(options)
    , mHeading(new QLabel)
    , mList(new QListWidget)
    , mNew(new QPushButton)
    , mRemove(new QPushButton)
    , mId(new QLineEdit)
    , mTitle(new QLineEdit)
    , mTitleEn(new QLineEdit)
    , mOrder(new QSpinBox)
    , mSeconds(new QSpinBox)
    , mAllDay(new QCheckBox)
    , mHours(new QWidget)
    , mFrom(new QTimeEdit)
    , mTo(new QTimeEdit)
    , mTree(new SceneTree)
    , mSize(new QComboBox)
    , mPreview(new ScenePreview(
          sources.district, sources.cases, sources.wall, sources.map, sources.theme))
    , mLeftOut(wrapping(u"sceneLeftOut"_s))
    , mSays(wrapping(u"sceneSays"_s))
    , mSave(new QPushButton)
    , mClose(new QPushButton)
{
    setObjectName(u"sceneDialog"_s);
    mPreview->setOptions(options);
    build();
    connectAll();
    retranslate();
    fillList({});
    resize(1360, 800);
}

void SceneDialog::build()
{
    mHeading->setObjectName(u"dialogHeading"_s);
    mList->setObjectName(u"sceneList"_s);
    mList->setFixedWidth(kListWidth);
    mList->setSpacing(4);
    mNew->setObjectName(u"sceneNew"_s);
    mRemove->setObjectName(u"sceneRemove"_s);
    mSave->setObjectName(u"sceneSave"_s);
    mSave->setProperty("primary", true);
    mClose->setObjectName(u"sceneClose"_s);
    mLeftOut->setProperty("muted", true);
    for (QPushButton *button : {mNew, mRemove, mSave, mClose}) {
        button->setAutoDefault(false);
    }
    auto *listSide = new QVBoxLayout;
    listSide->setSpacing(8);
    listSide->addWidget(mList, 1);
    listSide->addWidget(mNew);
    listSide->addWidget(mRemove);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(16);
    sides->addLayout(listSide);
    sides->addWidget(formSide());
    sides->addWidget(previewSide(), 1);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(mSays, 1);
    bottom->addWidget(mSave);
    bottom->addWidget(mClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(mHeading);
    layout->addLayout(sides, 1);
    layout->addLayout(bottom);
}

QWidget *SceneDialog::formSide()
{
    mId->setObjectName(u"sceneId"_s);
    mTitle->setObjectName(u"sceneTitle"_s);
    mTitleEn->setObjectName(u"sceneTitleEn"_s);
    mTitle->setMaxLength(kLongestTitle);
    mTitleEn->setMaxLength(kLongestTitle);
    mOrder->setObjectName(u"sceneOrder"_s);
    mOrder->setRange(1, SceneLimits::kOrder);
    mSeconds->setObjectName(u"sceneSeconds"_s);
    mSeconds->setRange(0, SceneLimits::kSeconds);
    mAllDay->setObjectName(u"sceneAllDay"_s);
    mFrom->setObjectName(u"sceneFrom"_s);
    mTo->setObjectName(u"sceneTo"_s);
    mFrom->setDisplayFormat(u"HH:mm"_s);
    mTo->setDisplayFormat(u"HH:mm"_s);
    auto *hours = new QHBoxLayout(mHours);
    hours->setContentsMargins(0, 0, 0, 0);
    hours->setSpacing(8);
    hours->addWidget(mAllDay);
    hours->addWidget(mFrom);
    hours->addWidget(new QLabel(u"–"_s));
    hours->addWidget(mTo);
    hours->addStretch(1);
    auto *side = new QWidget;
    side->setFixedWidth(kFormWidth);
    mForm = new QFormLayout;
    mForm->setHorizontalSpacing(16);
    mForm->setVerticalSpacing(8);
    for (QWidget *field :
         std::initializer_list<QWidget *>{mId, mTitle, mTitleEn, mOrder, mSeconds, mHours}) {
        mForm->addRow(new QLabel, field);
    }
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addLayout(mForm);
    layout->addWidget(mTree, 1);
    return side;
}

QWidget *SceneDialog::previewSide()
{
    mSize->setObjectName(u"scenePreviewSize"_s);
    for (const QSize &size : kSizes) {
        mSize->addItem(u"%1 × %2"_s.arg(size.width()).arg(size.height()), size);
    }
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(mSize, 0, Qt::AlignLeft);
    layout->addWidget(mPreview, 1);
    layout->addWidget(mLeftOut);
    return side;
}

void SceneDialog::connectAll()
{
    connect(mList, &QListWidget::currentRowChanged, this, &SceneDialog::choose);
    connect(mNew, &QPushButton::clicked, this, &SceneDialog::startNew);
    connect(mRemove, &QPushButton::clicked, this, &SceneDialog::removeOwn);
    connect(mSave, &QPushButton::clicked, this, &SceneDialog::save);
    connect(mClose, &QPushButton::clicked, this, &SceneDialog::reject);
    for (QLineEdit *line : {mId, mTitle, mTitleEn}) {
        connect(line, &QLineEdit::textChanged, this, &SceneDialog::edited);
    }
    for (QSpinBox *box : {mOrder, mSeconds}) {
        connect(box, &QSpinBox::valueChanged, this, &SceneDialog::edited);
    }
    for (QTimeEdit *time : {mFrom, mTo}) {
        connect(time, &QTimeEdit::timeChanged, this, &SceneDialog::edited);
    }
    connect(mAllDay, &QCheckBox::toggled, this, &SceneDialog::edited);
    connect(mTree, &SceneTree::changed, this, &SceneDialog::edited);
    connect(mSize, &QComboBox::currentIndexChanged, this, [this] {
        mPreview->setWallSize(mSize->currentData().toSize());
        check();
    });
}

void SceneDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fillList(mIsNew ? QString() : mBefore.id);
    }
    QDialog::changeEvent(event);
}

void SceneDialog::retranslate()
{
    setWindowTitle(tr("Scenes of the wall"));
    mHeading->setText(windowTitle());
    mList->setAccessibleName(windowTitle());
    mNew->setText(tr("New scene"));
    mSave->setText(tr("Save"));
    mClose->setText(tr("Close"));
    mAllDay->setText(tr("All day"));
    const auto label = [this](QWidget *field, const QString &text, const QString &tip) {
        qobject_cast<QLabel *>(mForm->labelForField(field))->setText(text);
        field->setAccessibleName(text);
        field->setToolTip(tip);
    };
    label(mId, tr("Name of the file"), tr("Small letters, digits and hyphens"));
    label(mTitle, tr("Title in Chinese"), {});
    label(mTitleEn, tr("Title in English"), {});
    label(mOrder, tr("Turn"), tr("Scenes follow each other from the smallest number"));
    label(mSeconds, tr("Time"), tr("0: it has no turn, and is shown when something calls for it"));
    mSeconds->setSuffix(tr(" s"));
    mSeconds->setSpecialValueText(tr("no turn"));
    label(mHours, tr("Hours"), tr("By the clock of the district; over midnight, too"));
    mFrom->setAccessibleName(tr("From"));
    mTo->setAccessibleName(tr("To"));
    mSize->setAccessibleName(tr("Size of the wall"));
    mSize->setToolTip(
        tr("Pixels of the wall; how large its text is, the settings of the wall say"));
}

void SceneDialog::fillList(const QString &chosen)
{
    mScenes = WallScenes::read(mOptions.ownScenes);
    const QSignalBlocker quiet(mList);
    mList->clear();
    int row = 0;
    for (const WallScene &scene : mScenes.all()) {
        const QString title = isEnglish() ? scene.titleEn : scene.title;
        const QString mark = !mScenes.isOwn(scene.id)          ? QString()
                             : WallScenes::isBuiltIn(scene.id) ? tr("changed")
                                                               : tr("own");
        mList->addItem(mark.isEmpty() ? title : tr("%1 (%2)", "scene, mark").arg(title, mark));
        if (scene.id == chosen) {
            row = mList->count() - 1;
        }
    }
    mList->setCurrentRow(row);
    fillForm(mScenes.all().value(row));
    if (!mScenes.problems().isEmpty()) {
        const SceneProblem &first = mScenes.problems().first();
        say(tr("“%1” was passed over: %2").arg(first.file, first.message), true);
    }
}

void SceneDialog::choose(int row)
{
    if (row < 0 || row >= mScenes.all().size()) {
        return;
    }
    if (!mayLeave()) {
        const auto before = std::ranges::find(mScenes.all(), mBefore.id, &WallScene::id);
        const QSignalBlocker quiet(mList);
        mList->setCurrentRow(
            mIsNew ? -1 : static_cast<int>(std::distance(mScenes.all().begin(), before)));
        return;
    }
    fillForm(mScenes.all().at(row));
}

void SceneDialog::fillForm(const WallScene &scene)
{
    mIsFilling = true;
    mIsNew = scene.id.isEmpty();
    mBefore = scene;
    mId->setText(scene.id);
    mId->setReadOnly(!mIsNew);
    mTitle->setText(scene.title);
    mTitleEn->setText(scene.titleEn);
    mOrder->setValue(scene.order);
    mSeconds->setValue(scene.seconds);
    const bool isAllDay = scene.fromMinute == 0 && scene.toMinute == kDayMinutes;
    mAllDay->setChecked(isAllDay);
    mFrom->setTime(isAllDay ? QTime(7, 0) : timeOf(scene.fromMinute));
    mTo->setTime(isAllDay ? QTime(19, 0) : timeOf(scene.toMinute));
    mTree->setColumns(scene.columns);
    mIsFilling = false;
    mWasWarned = false;
    const bool isOwn = !mIsNew && mScenes.isOwn(scene.id);
    mRemove->setEnabled(isOwn);
    mRemove->setText(isOwn && WallScenes::isBuiltIn(scene.id) ? tr("Back to the original")
                                                              : tr("Delete"));
    say({}, false);
    check();
}

void SceneDialog::startNew()
{
    if (!mayLeave()) {
        return;
    }
    const QSignalBlocker quiet(mList);
    mList->setCurrentRow(-1);
    WallScene scene = this->scene(); // a scene is made from another one more easily than from none
    scene.id.clear();
    scene.title.clear();
    scene.titleEn.clear();
    fillForm(scene);
    mId->setFocus();
}

WallScene SceneDialog::scene() const
{
    WallScene scene;
    scene.id = mId->text().trimmed();
    scene.title = mTitle->text().simplified();
    scene.titleEn = mTitleEn->text().simplified();
    scene.order = mOrder->value();
    scene.seconds = mSeconds->value();
    if (!mAllDay->isChecked()) {
        scene.fromMinute = minuteOf(mFrom->time());
        scene.toMinute = minuteOf(mTo->time());
        if (scene.toMinute == 0) {
            scene.toMinute = kDayMinutes; // midnight is the end of a day
        }
    }
    scene.columns = mTree->columns();
    return scene;
}

void SceneDialog::edited()
{
    if (!mIsFilling) {
        mWasWarned = false;
        say({}, false);
        check();
    }
}

void SceneDialog::check()
{
    mFrom->setEnabled(!mAllDay->isChecked());
    mTo->setEnabled(!mAllDay->isChecked());
    const WallScene now = scene();
    mSave->setEnabled(now != mBefore);
    WallScene shown = now;
    shown.columns.removeIf([](const SceneColumn &column) { return column.tiles.isEmpty(); });
    mPreview->setScene(shown);
    QStringList left;
    for (const TileKind kind : mPreview->leftOut()) {
        left.append(tileWord(kind));
    }
    mLeftOut->setText(left.isEmpty() ? tr("Everything has room on a wall of this size.")
                                     : tr("No room on a wall of this size: %1.")
                                           .arg(left.join(isEnglish() ? u", "_s : u"、"_s)));
}

bool SceneDialog::mayLeave()
{
    if (!mSave->isEnabled() || mWasWarned) {
        return true;
    }
    mWasWarned = true;
    say(tr("This scene is not saved. Do it once more to let the changes go."), true);
    return false;
}

void SceneDialog::save()
{
    const WallScene wanted = scene();
    const Result<WallScene> read = WallScene::fromJson(wanted.toJson());
    if (!read) {
        say(read.error().message, true);
        return;
    }
    if (mIsNew && mScenes.find(wanted.id) != nullptr) {
        say(tr("There is a scene “%1” already: choose another name for the file.").arg(wanted.id),
            true);
        return;
    }
    if (const Result<void> written = WallScenes::save(mOptions.ownScenes, wanted); !written) {
        say(written.error().message, true);
        return;
    }
    fillList(wanted.id);
    say(tr("Saved. The wall shows it when its turn comes."), false);
    emit saved();
}

void SceneDialog::removeOwn()
{
    if (const Result<void> removed = WallScenes::remove(mOptions.ownScenes, mBefore.id); !removed) {
        say(removed.error().message, true);
        return;
    }
    const QString id = mBefore.id;
    fillList(id);
    say(WallScenes::isBuiltIn(id) ? tr("The program's own scene is back.") : tr("Deleted."), false);
    emit saved();
}

void SceneDialog::reject()
{
    if (mayLeave()) {
        QDialog::reject();
    }
}

void SceneDialog::say(const QString &words, bool isError)
{
    mSays->setText(words);
    mSays->setProperty("alert", isError);
    style()->unpolish(mSays);
    style()->polish(mSays);
}

} // namespace gridward
