// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseevent.h"
#include "models/domain/geopoint.h"
#include "models/domain/instant.h"
#include "ui/panels/photoloading.h"

#include <QSet>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QMimeData;

namespace gridward {

class DistrictPort;

/**
 * The pictures of a report: dropped, pasted or chosen; small, with what they say about where and
 * when they were taken, compared with the case. GUI thread; files are read beside it.
 */
class PhotoStrip final : public QWidget
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit PhotoStrip(DistrictPort &district, QWidget *parent = nullptr);

    /** False if there is no picture in it. A picture without a file is kept as one. */
    bool add(const QMimeData *dropped);
    void addFiles(const QStringList &paths);
    /** Pasted pictures stay on the disk: a draft may name them. See forgetPasted(). */
    void clear();
    /** Where the case is, to compare with. */
    void setPlace(const std::optional<GeoPoint> &place);
    [[nodiscard]] QStringList paths() const;
    [[nodiscard]] QList<Attachment> attachments() const;
    /** Where the first picture that says so was taken. */
    [[nodiscard]] std::optional<GeoPoint> photoPlace() const;
    /** True while files are being read: the report would go without them. */
    [[nodiscard]] bool isLoading() const;
    void retranslate();

public slots:
    void choose();

signals:
    /** Added, removed, or read. */
    void changed();

private:
    struct Photo
    {
        QString path;
        std::optional<Result<LoadedPhoto>> loaded;
    };
    [[nodiscard]] bool hasRoom();
    void load(const QString &path);
    void take(const QString &path, const Result<LoadedPhoto> &loaded);
    void showCards();
    [[nodiscard]] QString noteOf(const Photo &photo, bool &warns) const;
    [[nodiscard]] QWidget *cardOf(const Photo &photo, std::size_t place);
    [[nodiscard]] QTimeZone zone() const;

    DistrictPort &mDistrict;
    std::optional<GeoPoint> mPlace;
    std::vector<Photo> mPhotos;
    QSet<QString> mKeeping; ///< pasted, and not in their files yet
    QString mFolder;        ///< the last one that pictures were chosen in
    int mRound = 0;         ///< what was emptied meanwhile does not come back
    QLabel *mHint;
    QPushButton *mAdd;
    QWidget *mCards;
    QString mRefused; ///< why something was not added
};

/** "1.2 km" or "35 m", in the language of the moment. */
[[nodiscard]] QString distanceText(double metres);

} // namespace gridward
