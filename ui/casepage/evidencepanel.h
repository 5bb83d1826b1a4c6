// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casedossier.h"

#include <QImage>
#include <QList>
#include <QWidget>

class QGridLayout;

namespace gridward {

/** A picture as wide as there is room, upright, never larger than it is. GUI thread. */
class PictureView final : public QWidget
{
    Q_OBJECT
public:
    explicit PictureView(QWidget *parent = nullptr);

    void setPicture(const QImage &picture);
    /** Where there is none: why not. */
    void setWords(const QString &words);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage mPicture;
    QString mWords;
};

/**
 * The evidence of a case: what was before at the left, what was after at the right, each with its
 * checks; what is missing above. Pictures are read and scaled beside the GUI thread. GUI thread.
 */
class EvidencePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit EvidencePanel(QWidget *parent = nullptr);

    void setDossier(const CaseDossier &dossier);
    void clear();
    /** False while pictures are being read. */
    [[nodiscard]] bool isSettled() const { return mScaling == 0; }
    [[nodiscard]] bool isEmpty() const { return mShown.isEmpty(); }

signals:
    /** The pictures are there. */
    void settled();

private:
    struct Attached
    {
        Attachment attachment;
        PictureView *view = nullptr;
    };
    QWidget *makeCard(const EvidenceItem &item, const CaseDossier &dossier);
    void addNotice(const QString &text, bool alert);
    void readPictures();

    QGridLayout *mGrid = nullptr;
    QWidget *mBox;
    QList<EvidenceItem> mShown;
    QList<Attached> mPictures;
    int mTurn = 0; ///< what was read for another case is not shown
    int mScaling = 0;
};

} // namespace gridward
