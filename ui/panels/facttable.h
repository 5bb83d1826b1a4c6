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
    /** Of the labels, so that something below can stand under the values; they wrap then. */
    void setLabelWidth(int width);

private:
    struct Line
    {
        QLabel *label;
        QLabel *value;
    };
    void takeWidth(QLabel *label) const;

    QGridLayout *mGrid;
    QList<Line> mLines;
    int mLabelWidth = 0; ///< 0: as wide as the longest
};

} // namespace gridward
