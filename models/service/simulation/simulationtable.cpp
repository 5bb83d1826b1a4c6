// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/simulation/simulationtable.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SimulationTable)
};
} // namespace

Error simulationFault(const QString &path, int line, const QString &detail)
{
    return Error{ErrorCode::Unreadable,
                 Words::tr("Line %1 of “%2” is not demo data as the simulation needs it. Mend the "
                           "line, or take the file from the installation again.")
                     .arg(line)
                     .arg(path),
                 detail};
}

Result<SimulationTable> SimulationTable::read(const QString &path, const QStringList &columns)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotFound,
                     Words::tr("The demo data file “%1” cannot be opened. Install the demo data "
                               "again, or name the folder that holds them.")
                         .arg(path),
                     file.errorString()};
    }
    SimulationTable table;
    table.mPath = path;
    if (!table.parse(QString::fromUtf8(file.readAll()))) {
        return simulationFault(path, 1, u"no header row"_s);
    }
    for (const QString &column : columns) {
        if (!table.mColumns.contains(column)) {
            return simulationFault(path, 1, u"no column “%1”"_s.arg(column));
        }
    }
    for (const Row &row : std::as_const(table.mRows)) {
        if (row.cells.size() != table.mColumns.size()) {
            return simulationFault(
                path,
                row.line,
                u"%1 cells, not %2"_s.arg(row.cells.size()).arg(table.mColumns.size()));
        }
    }
    return table;
}

bool SimulationTable::parse(const QString &text)
{
    Row row{1, {}};
    QString cell;
    bool quoted = false;
    int line = 1;
    const auto endRow = [&] {
        row.cells.append(cell);
        cell.clear();
        if (row.cells.size() > 1 || !row.cells.first().isEmpty()) {
            mRows.append(row);
        }
        row = Row{line, {}};
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text.at(i);
        line += letter == u'\n' ? 1 : 0;
        if (quoted && letter == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') {
            cell.append(letter);
            ++i;
        } else if (letter == u'"') {
            quoted = !quoted;
        } else if (!quoted && letter == u',') {
            row.cells.append(cell);
            cell.clear();
        } else if (!quoted && letter == u'\n') {
            endRow();
        } else if (quoted || letter != u'\r') {
            cell.append(letter);
        }
    }
    endRow();
    if (mRows.isEmpty()) {
        return false;
    }
    const QStringList header = mRows.takeFirst().cells;
    for (qsizetype column = 0; column < header.size(); ++column) {
        mColumns.insert(header.at(column), column);
    }
    return true;
}

QString SimulationTable::text(qsizetype row, const QString &column) const
{
    return mRows.at(row).cells.value(mColumns.value(column, -1));
}

double SimulationTable::number(qsizetype row, const QString &column)
{
    bool ok = false;
    const double value = text(row, column).toDouble(&ok);
    if (!ok) {
        reject(row, u"“%1” in column %2 is no number"_s.arg(text(row, column), column));
    }
    return value;
}

int SimulationTable::integer(qsizetype row, const QString &column)
{
    bool ok = false;
    const int value = text(row, column).toInt(&ok);
    if (!ok) {
        reject(row, u"“%1” in column %2 is no whole number"_s.arg(text(row, column), column));
    }
    return value;
}

void SimulationTable::reject(qsizetype row, const QString &detail)
{
    if (mFault) {
        mFault = simulationFault(mPath, mRows.at(row).line, detail);
    }
}

} // namespace gridward
