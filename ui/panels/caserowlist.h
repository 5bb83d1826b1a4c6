// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/caserowmodel.h"

#include <QListView>

namespace gridward {

class DistrictPort;
class RowDelegate;
struct Theme;

/** A list of cases to choose one from, with a click or Enter. GUI thread. */
class CaseRowList final : public QListView
{
    Q_OBJECT
public:
    /** `whole`: as high as its rows, for a place that scrolls itself. */
    CaseRowList(CaseRowModel::Trailing trailing, bool whole, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** In the words and at the time of the district. */
    void setCases(const QList<Case> &cases, const DistrictPort &district);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void chosen(const gridward::CaseId &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);

    bool mWhole;
    CaseRowModel *mModel;
    RowDelegate *mDelegate;
};

} // namespace gridward
