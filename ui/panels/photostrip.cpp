// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/photostrip.h"

#include "models/service/districtport.h"
#include "models/view/casewords.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>
#include <QUrl>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kSide = 64;    ///< of a small picture, in logical pixels
constexpr int kDetail = 256; ///< so that it is sharp on a fine screen
constexpr double kKilometre = 1000.0;

} // namespace

QString distanceText(double metres)
{
    const QLocale locale;
    return metres < kKilometre
               ? PhotoStrip::tr("%1 m").arg(locale.toString(std::lround(metres)))
               : PhotoStrip::tr("%1 km").arg(locale.toString(metres / kKilometre, 'f', 1));
}

PhotoStrip::PhotoStrip(DistrictPort &district, QWidget *parent)
    : QWidget(parent)
    , mDistrict(district)
    , mHint(new QLabel(this))
    , mAdd(new QPushButton(this))
    , mCards(new QWidget(this))
{
    setObjectName(u"photoStrip"_s);
    mHint->setObjectName(u"panelNote"_s);
    mHint->setWordWrap(true);
    mAdd->setObjectName(u"photoAdd"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(mAdd);
    head->addWidget(mHint, 1);
    auto *cards = new QVBoxLayout(mCards);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(mCards);
    connect(mAdd, &QPushButton::clicked, this, &PhotoStrip::choose);
    retranslate();
    forgetOldPasted();
}

QTimeZone PhotoStrip::zone() const
{
    const QTimeZone zone(mDistrict.info().timeZone.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

void PhotoStrip::choose()
{
    QString folder = mFolder;
    for (const auto place : {QStandardPaths::PicturesLocation, QStandardPaths::HomeLocation}) {
        if (folder.isEmpty() || !QFileInfo(folder).isDir()) {
            folder = QStandardPaths::writableLocation(place);
        }
    }
    auto *dialog = new QFileDialog(window(), tr("Add pictures"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Pictures (%1)").arg(u"*.jpg *.jpeg *.png *.webp"_s), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        mFolder = paths.isEmpty() ? mFolder : QFileInfo(paths.first()).absolutePath();
        addFiles(paths);
    });
    dialog->open();
}

bool PhotoStrip::add(const QMimeData *dropped)
{
    QStringList files;
    for (const QUrl &url : dropped->urls()) {
        if (url.isLocalFile()) {
            files.append(url.toLocalFile());
        }
    }
    if (!files.isEmpty()) {
        addFiles(files);
        return true;
    }
    if (!dropped->hasImage()) {
        return false;
    }
    if (!hasRoom()) {
        showCards();
        return true;
    }
    // It stands there from now on: whoever sends before it is in its file waits for it.
    const QString path = newPastedPath();
    mPhotos.push_back({path, {}});
    mKeeping.insert(path);
    keepPasted(dropped->imageData().value<QImage>(), path)
        .then(this, [this, path](const Result<void> &kept) {
            mKeeping.remove(path);
            const bool isHere = paths().contains(path); // or waits in a draft
            if (isHere && kept) {
                load(path);
            } else if (isHere) {
                std::erase_if(mPhotos, [&](const Photo &one) { return one.path == path; });
                mRefused = kept.error().message;
                showCards();
                emit changed();
            }
        });
    showCards();
    emit changed();
    return true;
}

bool PhotoStrip::hasRoom()
{
    mRefused = mPhotos.size() < kMostPhotos
                   ? QString()
                   : tr("No more than %n pictures go with a report.", nullptr, kMostPhotos);
    return mRefused.isEmpty();
}

void PhotoStrip::addFiles(const QStringList &paths)
{
    mRefused.clear();
    for (const QString &path : paths) {
        if (std::ranges::any_of(mPhotos, [&](const Photo &one) { return one.path == path; })) {
            continue;
        }
        if (!hasRoom()) {
            break;
        }
        mPhotos.push_back({path, {}});
        if (!mKeeping.contains(path)) {
            load(path);
        }
    }
    showCards();
    emit changed();
}

void PhotoStrip::load(const QString &path)
{
    loadPhoto(path, zone(), kDetail)
        .then(this, [this, path, round = mRound](const Result<LoadedPhoto> &loaded) {
            if (round == mRound) {
                take(path, loaded);
            }
        });
}

void PhotoStrip::take(const QString &path, const Result<LoadedPhoto> &loaded)
{
    for (Photo &photo : mPhotos) {
        if (photo.path == path) {
            photo.loaded = loaded;
        }
    }
    showCards();
    emit changed();
}

void PhotoStrip::clear()
{
    ++mRound;
    mPhotos.clear();
    mRefused.clear();
    showCards();
}

void PhotoStrip::setPlace(const std::optional<GeoPoint> &place)
{
    mPlace = place;
    showCards();
}

QStringList PhotoStrip::paths() const
{
    QStringList paths;
    for (const Photo &photo : mPhotos) {
        paths.append(photo.path);
    }
    return paths;
}

QList<Attachment> PhotoStrip::attachments() const
{
    QList<Attachment> attachments;
    for (const Photo &photo : mPhotos) {
        if (photo.loaded && *photo.loaded) {
            attachments.append(photo.loaded->value().attachment);
        }
    }
    return attachments;
}

std::optional<GeoPoint> PhotoStrip::photoPlace() const
{
    for (const Photo &photo : mPhotos) {
        if (photo.loaded && *photo.loaded && photo.loaded->value().facts.place) {
            return photo.loaded->value().facts.place;
        }
    }
    return std::nullopt;
}

bool PhotoStrip::isLoading() const
{
    return std::ranges::any_of(mPhotos, [](const Photo &one) { return !one.loaded; });
}

QString PhotoStrip::noteOf(const Photo &photo, bool &warns) const
{
    warns = false;
    if (!photo.loaded) {
        return tr("Reading …");
    }
    if (!*photo.loaded) {
        warns = true;
        return tr("Does not go with the report: %1").arg(photo.loaded->error().message);
    }
    const PhotoFacts &facts = photo.loaded->value().facts;
    if (!facts.place && !facts.takenAt) {
        warns = true;
        return tr("Says neither where nor when it was taken.");
    }
    const Instant now = mDistrict.clock().now();
    QStringList said;
    if (!facts.place) {
        said.append(tr("Does not say where it was taken."));
    } else if (!mPlace) {
        said.append(tr("Says where it was taken: F9 takes that as the place."));
    } else {
        const double metres = groundDistance(*facts.place, *mPlace);
        const bool far = metres > kPhotoMetres;
        warns = warns || far;
        said.append(far ? tr("Taken %1 away from the place.").arg(distanceText(metres))
                        : tr("Taken at the place (%1).").arg(distanceText(metres)));
    }
    if (!facts.takenAt) {
        said.append(tr("Does not say when."));
    } else if (*facts.takenAt > now + kPhotoAge) {
        warns = true;
        said.append(
            tr("Its clock is wrong: it says %1.").arg(case_words::timeText(*facts.takenAt, now)));
    } else {
        warns = warns || now - *facts.takenAt > kPhotoAge;
        said.append(tr("Taken: %1.").arg(case_words::sinceText(*facts.takenAt, now)));
    }
    return said.join(u' ');
}

QWidget *PhotoStrip::cardOf(const Photo &photo, std::size_t place)
{
    auto *card = new QWidget(mCards);
    auto *picture = new QLabel(card);
    picture->setFixedSize(kSide, kSide);
    picture->setAlignment(Qt::AlignCenter);
    picture->setObjectName(u"photoPicture"_s);
    if (photo.loaded && *photo.loaded) {
        const qreal ratio = devicePixelRatioF();
        QPixmap scaled = QPixmap::fromImage(photo.loaded->value().preview.scaled(
            QSize(kSide, kSide) * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        scaled.setDevicePixelRatio(ratio);
        picture->setPixmap(scaled);
    }
    auto *name = new QLabel(card);
    const QString file = QFileInfo(photo.path).fileName();
    name->setText(name->fontMetrics().elidedText(file, Qt::ElideMiddle, 240));
    name->setToolTip(photo.path);
    bool warns = false;
    auto *note = new QLabel(noteOf(photo, warns), card);
    note->setObjectName(warns ? u"photoWarning"_s : u"panelNote"_s);
    note->setWordWrap(true);
    auto *remove = new QToolButton(card);
    remove->setText(u"×"_s);
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Take this picture out"));
    remove->setAccessibleName(tr("Take “%1” out").arg(file));
    connect(remove, &QToolButton::clicked, this, [this, place] {
        forgetPasted({mPhotos.at(place).path});
        mPhotos.erase(mPhotos.begin() + static_cast<std::ptrdiff_t>(place));
        mAdd->setFocus();
        showCards();
        emit changed();
    });
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name);
    words->addWidget(note);
    words->addStretch(1);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(remove, 0, Qt::AlignTop);
    return card;
}

void PhotoStrip::showCards()
{
    while (QLayoutItem *old = mCards->layout()->takeAt(0)) {
        old->widget()->hide();
        old->widget()->deleteLater(); // its own button may have asked for this
        delete old;
    }
    for (std::size_t place = 0; place < mPhotos.size(); ++place) {
        mCards->layout()->addWidget(cardOf(mPhotos.at(place), place));
    }
    mCards->setVisible(!mPhotos.empty());
    mHint->setText(!mRefused.isEmpty() ? mRefused
                                       : tr("Drop or paste pictures here (F7); up to %1 MiB each.")
                                             .arg(kLargestPhoto / (1024 * 1024)));
}

void PhotoStrip::retranslate()
{
    mAdd->setText(tr("Pictures …"));
    mAdd->setToolTip(tr("F7"));
    showCards();
}

} // namespace gridward
