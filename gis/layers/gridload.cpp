// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/layers/gridload.h"

#include "gis/layers/gridlayer.h"

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsfeaturerequest.h>
#include <qgsproject.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr std::chrono::seconds kPause{5};

} // namespace

GridLoad::GridLoad(const QgsProject &project)
    : mProject(project)
{
    mPause.setSingleShot(true);
    mPause.setInterval(kPause);
    connect(&mPause, &QTimer::timeout, this, &GridLoad::flush);
}

void GridLoad::reset(const QList<Case> &open)
{
    mGridOf.clear();
    mOpen.clear();
    for (const Case &subject : open) {
        move(subject);
    }
    mChanged.clear();
    mPause.stop();
}

void GridLoad::update(const QList<Case> &cases)
{
    for (const Case &subject : cases) {
        move(subject);
    }
    if (!mChanged.isEmpty() && !mPause.isActive()) {
        mPause.start();
    }
}

void GridLoad::move(const Case &subject)
{
    const QString now = isOpen(subject.state) ? subject.grid : QString();
    const QString before = mGridOf.value(subject.id.value);
    if (now == before) {
        return;
    }
    if (!before.isEmpty()) {
        --mOpen[before];
        mChanged.insert(before);
    }
    if (now.isEmpty()) {
        mGridOf.remove(subject.id.value);
        return;
    }
    mGridOf.insert(subject.id.value, now);
    ++mOpen[now];
    mChanged.insert(now);
}

void GridLoad::flush()
{
    mPause.stop();
    const QSet<QString> changed = std::exchange(mChanged, {});
    QgsVectorLayer *layer = findGridLayer(mProject);
    if (layer == nullptr || changed.isEmpty()) {
        return;
    }
    const int code = layer->fields().lookupField(u"code"_s);
    const int open = layer->fields().lookupField(u"open"_s);
    QgsFeatureRequest request;
    request.setFlags(Qgis::FeatureRequestFlag::NoGeometry);
    request.setSubsetOfAttributes({code, open});
    QgsFeatureIterator rows = layer->dataProvider()->getFeatures(request);
    QgsFeature row;
    QgsChangedAttributesMap values;
    bool anotherClass = false;
    while (rows.nextFeature(row)) {
        const QString grid = row.attribute(code).toString();
        if (changed.contains(grid)) {
            const int count = mOpen.value(grid);
            anotherClass |= loadClass(row.attribute(open).toInt()) != loadClass(count);
            values.insert(row.id(), {{open, count}});
        }
    }
    layer->dataProvider()->changeAttributeValues(values);
    if (anotherClass && chosenGridStyle(*layer) == GridStyle::OpenLoad) {
        layer->triggerRepaint();
        emit classesChanged();
    }
}

} // namespace gridward
