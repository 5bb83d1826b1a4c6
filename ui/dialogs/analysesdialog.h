// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/analysisport.h"
#include "models/service/analysisshelf.h"

#include <QDateTime>
#include <QDialog>
#include <QList>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace gridward {

/**
 * Keeps the analysis on the map under a name, and lists, opens and deletes those that are kept.
 * Everything by keyboard: Enter in the name saves, the arrow keys go to the list, Enter opens,
 * Delete pressed twice deletes. GUI thread.
 */
class AnalysesDialog final : public QDialog
{
    Q_OBJECT
public:
    /** What is on the map, as the workspace knows it; asked when it is needed. */
    struct Present
    {
        std::function<QJsonObject()> question; ///< empty: nothing is on the map to be kept
        std::function<QFuture<Result<HeatFingerprint>>()> fingerprint;
        std::function<QDateTime(Instant)> localTime; ///< of the district
    };

    /** `shelf` outlives it; `name` is offered for the analysis on the map. */
    AnalysesDialog(AnalysisShelfPort &shelf,
                   Present present,
                   const QString &name,
                   QWidget *parent = nullptr);

signals:
    /** Chosen from the list; `dataVersion` is how many events there are by now. */
    void opened(const gridward::StoredAnalysis &analysis, qint64 dataVersion);
    void saved(const gridward::StoredAnalysis &analysis);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void read();
    void fill();
    void check();
    void save();
    void keep(const QJsonObject &question, const HeatFingerprint &found);
    void openChosen();
    void remove();
    void tell(const QString &text, bool isError = false);
    [[nodiscard]] const StoredAnalysis *current() const;
    [[nodiscard]] QString sinceText(const StoredAnalysis &analysis) const;

    AnalysisShelfPort &mShelf;
    Present mPresent;
    ShelvedAnalyses mShelved;
    QLineEdit *mName;
    QPushButton *mSave;
    QTableWidget *mTable;
    QLabel *mHint;
    QPushButton *mOpen;
    QPushButton *mDelete;
    QString mDoomed; ///< the next Delete deletes it
    bool mSaving = false;
};

} // namespace gridward
