// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/facttable.h"

#include <QGridLayout>
#include <QLabel>
#include <QStyle>

namespace gridward {

FactTable::FactTable(QWidget *parent)
    : QWidget(parent)
    , mGrid(new QGridLayout(this))
{
    mGrid->setContentsMargins(0, 0, 0, 0);
    mGrid->setHorizontalSpacing(16);
    mGrid->setVerticalSpacing(4);
    mGrid->setColumnStretch(1, 1);
}

void FactTable::setLabelWidth(int width)
{
    mLabelWidth = width;
    mGrid->setHorizontalSpacing(12);
    for (const Line &line : std::as_const(mLines)) {
        takeWidth(line.label);
    }
}

void FactTable::takeWidth(QLabel *label) const
{
    if (mLabelWidth > 0) {
        label->setFixedWidth(mLabelWidth);
        label->setWordWrap(true);
    }
}

void FactTable::setFacts(const QList<Fact> &facts)
{
    while (mLines.size() > facts.size()) {
        const Line line = mLines.takeLast();
        delete line.label;
        delete line.value;
    }
    while (mLines.size() < facts.size()) {
        const Line line{new QLabel, new QLabel};
        line.label->setProperty("factLabel", true);
        line.label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        takeWidth(line.label);
        line.value->setProperty("factValue", true);
        line.value->setWordWrap(true);
        line.value->setTextFormat(Qt::PlainText);
        line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const auto row = static_cast<int>(mLines.size());
        mGrid->addWidget(line.label, row, 0);
        mGrid->addWidget(line.value, row, 1);
        mLines.append(line);
    }
    for (qsizetype i = 0; i < facts.size(); ++i) {
        const Fact &fact = facts.at(i);
        const Line &line = mLines.at(i);
        line.label->setText(fact.label);
        line.value->setText(fact.value);
        line.value->setAccessibleName(fact.label);
        if (line.value->property("alert").toBool() != fact.alert) {
            line.value->setProperty("alert", fact.alert);
            line.value->style()->unpolish(line.value);
            line.value->style()->polish(line.value);
        }
    }
}

} // namespace gridward
