// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsbookmarkmanager.h>

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

class QDomDocument;
class QDomElement;
class QgsMapCanvas;
class QgsProject;

namespace gridward {

/**
 * Named views (QGIS bookmarks) and named layer themes (QGIS map themes) of this user, kept in one
 * XML file from one session to the next and written at every change. Layers are known by what they
 * are (the role in a district, or the file), since their ids change with every session. Owned by
 * MapView; project and canvas outlive any call. GUI thread; the file is small.
 */
class SavedViews final : public QObject
{
    Q_OBJECT
public:
    /** A file that is not there is an empty one; a damaged one is set aside as `….damaged`. */
    SavedViews(QgsMapCanvas &canvas, QgsProject &project, QString file);

    [[nodiscard]] QStringList bookmarks() const; ///< names, oldest first
    /** The present view under this name; one of that name is replaced, an empty name ignored. */
    void addBookmark(const QString &name);
    void goToBookmark(const QString &name);
    void removeBookmark(const QString &name);

    [[nodiscard]] QStringList themes() const; ///< names, by name
    /** Which layers are ticked now, under this name; one of that name is replaced. */
    void saveTheme(const QString &name);
    /** Ticks as they were; layers that the theme does not know stay as they are. */
    void applyTheme(const QString &name);
    void removeTheme(const QString &name);

signals:
    void bookmarksChanged();
    void themesChanged();

private:
    using Theme = QHash<QString, bool>; ///< layer → ticked

    [[nodiscard]] QString idOf(const QString &bookmark) const;
    void read();
    void write() const;

    QPointer<QgsMapCanvas> mCanvas;
    QgsProject &mProject;
    QString mFile;
    QgsBookmarkManager mBookmarks;
    QHash<QString, Theme> mThemes;
};

} // namespace gridward
