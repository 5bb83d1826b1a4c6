// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/map/savedviews.h"

#include "gis/layers/districtlayers.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgslayertree.h>
#include <qgslayertreemodel.h>
#include <qgsmapcanvas.h>
#include <qgsmaplayer.h>
#include <qgsmapthemecollection.h>
#include <qgsproject.h>
#include <qgsreferencedgeometry.h>

#include <QDomDocument>
#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(viewsLog, "gridward.gis.views")

/** What a layer is, in this session and the next. */
QString keyOf(const QgsMapLayer &layer)
{
    const QString role = districtRole(layer);
    return role.isEmpty() ? u"source:"_s + layer.source() : u"district:"_s + role;
}

} // namespace

SavedViews::SavedViews(QgsMapCanvas &canvas, QgsProject &project, QString file)
    : mCanvas(&canvas)
    , mProject(project)
    , mFile(std::move(file))
{
    read();
}

QString SavedViews::idOf(const QString &bookmark) const
{
    const QList<QgsBookmark> all = mBookmarks.bookmarks();
    const auto found = std::ranges::find(all, bookmark, &QgsBookmark::name);
    return found == all.end() ? QString() : found->id();
}

QStringList SavedViews::bookmarks() const
{
    QStringList names;
    for (const QgsBookmark &bookmark : mBookmarks.bookmarks()) {
        names.append(bookmark.name());
    }
    return names;
}

void SavedViews::addBookmark(const QString &name)
{
    const QString plain = name.simplified();
    if (plain.isEmpty() || !mCanvas || mCanvas->extent().isEmpty()) {
        return;
    }
    QgsBookmark bookmark;
    bookmark.setName(plain);
    bookmark.setExtent(
        QgsReferencedRectangle(mCanvas->extent(), mCanvas->mapSettings().destinationCrs()));
    bookmark.setRotation(mCanvas->rotation());
    if (const QString known = idOf(plain); !known.isEmpty()) {
        bookmark.setId(known);
        mBookmarks.updateBookmark(bookmark);
    } else {
        mBookmarks.addBookmark(bookmark);
    }
    write();
    emit bookmarksChanged();
}

void SavedViews::goToBookmark(const QString &name)
{
    const QString id = idOf(name.simplified());
    if (id.isEmpty() || !mCanvas) {
        return;
    }
    const QgsBookmark bookmark = mBookmarks.bookmarkById(id);
    try {
        const QgsCoordinateTransform toMap(bookmark.extent().crs(),
                                           mCanvas->mapSettings().destinationCrs(),
                                           mProject.transformContext());
        const QgsRectangle extent = toMap.transformBoundingBox(bookmark.extent());
        mCanvas->setRotation(bookmark.rotation());
        mCanvas->setExtent(extent);
        mCanvas->refresh();
    } catch (const QgsCsException &exception) {
        qCWarning(viewsLog).noquote() << "a view that is not on this map:" << exception.what();
    }
}

void SavedViews::removeBookmark(const QString &name)
{
    if (mBookmarks.removeBookmark(idOf(name.simplified()))) {
        write();
        emit bookmarksChanged();
    }
}

QStringList SavedViews::themes() const
{
    QStringList names = mThemes.keys();
    names.sort();
    return names;
}

void SavedViews::saveTheme(const QString &name)
{
    const QString plain = name.simplified();
    if (plain.isEmpty()) {
        return;
    }
    Theme theme;
    for (const QgsLayerTreeLayer *node : mProject.layerTreeRoot()->findLayers()) {
        if (node->layer() != nullptr) {
            theme.insert(keyOf(*node->layer()), node->isVisible());
        }
    }
    mThemes.insert(plain, theme);
    write();
    emit themesChanged();
}

void SavedViews::applyTheme(const QString &name)
{
    const QString plain = name.simplified();
    const auto theme = mThemes.constFind(plain);
    if (theme == mThemes.constEnd()) {
        return;
    }
    // QGIS ticks the layers that a record names, and unticks all others.
    QgsMapThemeCollection::MapThemeRecord record;
    for (const QgsLayerTreeLayer *node : mProject.layerTreeRoot()->findLayers()) {
        if (node->layer() != nullptr && theme->value(keyOf(*node->layer()), node->isVisible())) {
            record.addLayerRecord(QgsMapThemeCollection::MapThemeLayerRecord(node->layer()));
        }
    }
    QgsLayerTreeModel model(mProject.layerTreeRoot());
    mProject.mapThemeCollection()->insert(plain, record);
    mProject.mapThemeCollection()->applyTheme(plain, mProject.layerTreeRoot(), &model);
}

void SavedViews::removeTheme(const QString &name)
{
    const QString plain = name.simplified();
    if (mThemes.remove(plain)) {
        mProject.mapThemeCollection()->removeMapTheme(plain);
        write();
        emit themesChanged();
    }
}

void SavedViews::read()
{
    QFile file(mFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return;
    }
    QDomDocument document;
    QString problem;
    if (!document.setContent(&file, &problem) ||
        document.documentElement().tagName() != "gridward-views"_L1) {
        qCWarning(viewsLog).noquote() << "set aside, damaged:" << mFile << problem;
        file.close();
        QFile::remove(mFile + u".damaged"_s);
        QFile::rename(mFile, mFile + u".damaged"_s);
        return;
    }
    const QDomElement root = document.documentElement();
    mBookmarks.readXml(root.firstChildElement(u"Bookmarks"_s), document);
    for (QDomElement one = root.firstChildElement(u"LayerTheme"_s); !one.isNull();
         one = one.nextSiblingElement(u"LayerTheme"_s)) {
        Theme theme;
        for (QDomElement layer = one.firstChildElement(u"Layer"_s); !layer.isNull();
             layer = layer.nextSiblingElement(u"Layer"_s)) {
            theme.insert(layer.attribute(u"key"_s), layer.attribute(u"visible"_s) == "1"_L1);
        }
        mThemes.insert(one.attribute(u"name"_s), theme);
    }
}

void SavedViews::write() const
{
    QDomDocument document;
    QDomElement root = document.createElement(u"gridward-views"_s);
    document.appendChild(root);
    root.appendChild(mBookmarks.writeXml(document));
    for (const QString &name : themes()) {
        QDomElement one = document.createElement(u"LayerTheme"_s);
        one.setAttribute(u"name"_s, name);
        const Theme theme = mThemes.value(name);
        QStringList keys = theme.keys();
        keys.sort();
        for (const QString &key : std::as_const(keys)) {
            QDomElement layer = document.createElement(u"Layer"_s);
            layer.setAttribute(u"key"_s, key);
            layer.setAttribute(u"visible"_s, theme.value(key) ? u"1"_s : u"0"_s);
            one.appendChild(layer);
        }
        root.appendChild(one);
    }
    const QByteArray text = document.toByteArray(1);
    QSaveFile file(mFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        qCWarning(viewsLog).noquote() << "cannot be kept:" << mFile << file.errorString();
    }
}

} // namespace gridward
