// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QImage>
#include <QList>
#include <QWidget>

class QLabel;

namespace gridward {

/**
 * What was there before beside what is there after: the pictures of a report and those of whoever
 * handed the work in, each with who took it there and when. A click, Enter or Space on one opens
 * them as large as the page. Pictures are read beside the GUI thread, on which this lives.
 */
class EvidencePair final : public QWidget
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit EvidencePair(DistrictPort &district, QWidget *parent = nullptr);

    void setFile(const CaseFile &file);
    void clear();
    /** False while pictures are being read. */
    [[nodiscard]] bool isSettled() const { return mReading == 0; }
    /** How many pictures there are before and after. */
    [[nodiscard]] int before() const { return static_cast<int>(mSides[0].images.size()); }
    [[nodiscard]] int after() const { return static_cast<int>(mSides[1].images.size()); }
    /** The next picture of both sides, where there are several. */
    void showNext();
    /** Those that are shown, as large as the page. */
    void enlarge();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Picture
    {
        Attachment attachment;
        QString actor;
        Instant at;
    };
    struct Side
    {
        QLabel *title = nullptr;
        QLabel *picture = nullptr;
        QLabel *note = nullptr;
        QList<Picture> pictures;
        QList<QImage> images; ///< of those that could be read
        qsizetype shown = 0;
    };

    void makeSide(Side &side, const QString &name);
    void read(int side);
    void showSide(int side);
    [[nodiscard]] QString nothingText(int side) const;
    [[nodiscard]] QString noteOf(const Picture &picture) const;

    DistrictPort &mDistrict;
    std::array<Side, 2> mSides;
    bool mHandedIn = false; ///< pictures of the work may be expected
    bool mHasCase = false;
    int mRound = 0; ///< what another case's pictures say does not count
    int mReading = 0;
};

} // namespace gridward
