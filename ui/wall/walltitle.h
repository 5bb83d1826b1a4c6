// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/wallpanel.h"

namespace gridward {

/** The band above: which district, and whether all of it is made up. */
class WallTitle final : public WallPanel
{
    Q_OBJECT
public:
    explicit WallTitle(QWidget *parent);

    /** An empty badge is none. */
    void setDistrict(const QString &name, const QString &badge);
    /** What the scene is called. */
    void setScene(const QString &title);
    /** So many pixels from the left are its own: the clock lies over the rest. */
    void setRoom(int pixels);
    [[nodiscard]] QString name() const { return mName; }
    [[nodiscard]] QString badge() const { return mBadge; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString mName;
    QString mBadge;
    QString mScene;
    int mRoom = 0;
};

/** A coloured strip that says what is wrong: that the data are old. */
class WallNotice final : public WallPanel
{
    Q_OBJECT
public:
    explicit WallNotice(QWidget *parent);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return mText; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString mText;
};

/** Takes the place of everything below the title: nothing there yet, being read, or failed. */
class WallPlaceholder final : public WallPanel
{
    Q_OBJECT
public:
    explicit WallPlaceholder(QWidget *parent);

    void setWords(const QString &title, const QString &text, bool isError);
    [[nodiscard]] QString title() const { return mTitle; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString mTitle;
    QString mText;
    bool mIsError = false;
};

} // namespace gridward
