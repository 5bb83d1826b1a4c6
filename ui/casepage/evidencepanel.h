// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casedossier.h"

#include <QImage>
#include <QList>
#include <QWidget>

class QGridLayout;

namespace gridward {

/**
 * A picture as wide as there is room, upright, never larger than it is. A click, Enter or Space
 * asks for it to be shown large. GUI thread.
 */
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

signals:
    void activated();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QImage mPicture;
    QString mWords;
};

/**
 * The evidence of a case: what was before at the left, what was after at the right, each with its
 * checks; what is missing above. Each picture can be shown as large as the page. Pictures are
 * read and scaled beside the GUI thread. GUI thread.
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
        EvidencePhase phase = EvidencePhase::Other;
        QString title;
    };
    QWidget *makeCard(const EvidenceItem &item, const CaseDossier &dossier);
    void addNotice(const QString &text, bool alert);
    void readPictures();
    void enlarge(const PictureView *view);

    QGridLayout *mGrid = nullptr;
    QWidget *mBox;
    QList<EvidenceItem> mShown;
    QList<Attached> mPictures;
    int mTurn = 0; ///< what was read for another case is not shown
    int mScaling = 0;
};

} // namespace gridward
