// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspaces/queueworkspace.h"

namespace gridward {

class BatchDispatch;

/**
 * The workspace `dispatch`: what awaits filing, dispatch or is at the units, one case or many at a
 * time, made for the keyboard. GUI thread.
 */
class DispatchWorkspace final : public QueueWorkspace
{
    Q_OBJECT
public:
    /** Both outlive it. */
    DispatchWorkspace(DistrictPort &district, LiveCases &live, QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;

protected:
    void takeChoice() override;

private:
    void dispatchChosen();
    void tellBatch(int sent, const QStringList &failures);

    BatchDispatch *mBatch;
};

} // namespace gridward
