// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace gridward {

/** One line of a card. */
struct Fact
{
    QString label;
    QString value;
    bool alert = false; ///< bad news
};

/** Labels and their values, in two columns. Given as many again, it changes only the words. */
class FactTable final : public QWidget
{
    Q_OBJECT
public:
    explicit FactTable(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);

private:
    struct Line
    {
        QLabel *label;
        QLabel *value;
    };
    QGridLayout *mGrid;
    QList<Line> mLines;
};

} // namespace gridward
