// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casedossier.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace gridward {

class CaseRowList;
class DistrictPort;
struct Theme;

/**
 * The cases that belong with one, by how, and the nearest others that are open; each opens its own
 * page. GUI thread.
 */
class RelationList final : public QWidget
{
    Q_OBJECT
public:
    /** The district outlives it. */
    explicit RelationList(DistrictPort &district, QWidget *parent = nullptr);

    void setDossier(const CaseDossier &dossier);
    void clear();
    void setTheme(const Theme &theme);

signals:
    void opened(const gridward::CaseId &id);

private:
    void add(const QString &title, const QList<Case> &cases);

    DistrictPort &mDistrict;
    const Theme *mTheme;
    QWidget *mBox = nullptr;
    QList<CaseRowList *> mLists;
};

} // namespace gridward
