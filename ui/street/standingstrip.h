// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/standingmodel.h"

#include <QWidget>

#include <array>

class QFrame;
class QLabel;
class QTableView;
class QToolButton;

namespace gridward {

/**
 * How a street stands this month, beside the month before; every number says what it counts. Below,
 * if asked for, the same for each community. GUI thread.
 */
class StandingStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit StandingStrip(QWidget *parent = nullptr);

    void setStanding(const Standing &standing, const DistrictNames &names);
    /** Nothing is known: of no street, or it could not be read. */
    void clear(const QString &why = {});
    [[nodiscard]] bool areCommunitiesShown() const;

public slots:
    void toggleCommunities();

signals:
    /** Esc: the keyboard belongs to the rows again. */
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Tile
    {
        QLabel *title;
        QLabel *value;
        QLabel *before;
    };
    Tile makeTile(QWidget *tile);
    void fitTable();
    void sayToggle();
    void retranslate();

    std::optional<Standing> mStanding;
    QString mWhy; ///< there is none
    QString mOf;  ///< name of the community that it is of; empty: the whole street
    StandingModel mModel;
    QLabel *mHeading;
    std::array<QWidget *, standing_words::kFigures> mTileBoxes{};
    std::array<Tile, standing_words::kFigures> mTiles{};
    QToolButton *mToggle;
    class Shade;
    Shade *mShade; ///< over all that lies below the communities
    QFrame *mBox;  ///< the communities, and what their brackets say
    QTableView *mTable;
    QLabel *mNote;
};

} // namespace gridward
