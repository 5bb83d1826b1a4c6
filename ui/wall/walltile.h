// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/wallpanel.h"

#include <QVariantAnimation>

namespace gridward {

/**
 * A panel of a scene with a line above that says what it is and of when: a title, and at its right
 * end the period of the figures and the moment they are true for, or that they are old. GUI thread.
 */
class WallTile : public WallPanel
{
    Q_OBJECT
public:
    WallTile(const QString &name, QWidget *parent);

    /** The title, and what stands beside it: "last 30 days · as of 16:00". */
    void setHead(const QString &title, const QString &note);
    /** What is wrong with what is shown: that it is old, or could not be read. Empty: nothing. */
    void setMark(const QString &mark);
    [[nodiscard]] QString title() const { return mTitle; }
    [[nodiscard]] QString note() const { return mNote; }
    [[nodiscard]] QString mark() const { return mMark; }

protected:
    void restyle() override;
    /** Below the head. */
    [[nodiscard]] QRect body() const;
    /** Ground and head; nothing of the body. */
    void paintHead(QPainter &painter, const QRect &exposed) const;
    /** In the middle of the body, in place of what is not there. */
    void paintEmpty(QPainter &painter, const QString &text) const;

private:
    QString mTitle;
    QString mNote;
    QString mMark;
    int mHeadHeight = 0;
    int mNoteLines = 0; ///< below the title; 0: beside it
};

/**
 * Rows that move to their new places: where each one is on its way, in rows. A row that is new
 * comes in from above. Belongs to a widget that repaints its rows when moved() says so.
 */
class RowMotion final : public QObject
{
    Q_OBJECT
public:
    explicit RowMotion(QWidget *widget);

    /** The rows by their keys, from the first to the last; they jump while nobody sees them. */
    void setRows(const QStringList &keys);
    /** Where a row is now. */
    [[nodiscard]] double positionOf(qsizetype index) const;
    [[nodiscard]] bool isMoving() const { return mMove.state() == QAbstractAnimation::Running; }

signals:
    void moved();

private:
    QWidget *mWidget;
    QStringList mKeys;
    QHash<QString, double> mFrom;
    QVariantAnimation mMove;
};

} // namespace gridward
