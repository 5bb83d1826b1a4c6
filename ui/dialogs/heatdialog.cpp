// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/heatdialog.h"

#include "models/view/casewords.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kMostMinutes = 7 * 24 * 60;

} // namespace

HeatDialog::HeatDialog(const HeatLimits &limits, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"heatDialog"_s);
    setWindowTitle(tr("How long may a case wait?"));
    auto *heading = new QLabel(windowTitle());
    heading->setObjectName(u"dialogHeading"_s);
    auto *hint = new QLabel(tr("A case that waits longer to be filed or dispatched gets a flame, "
                               "two after twice and three after four times as long. This holds for "
                               "everybody at this computer."));
    hint->setWordWrap(true);
    hint->setProperty("muted", true);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(16);
    const auto set = [&](const HeatLimits &values) {
        for (std::size_t place = 0; place < mMinutes.size(); ++place) {
            mMinutes.at(place)->setValue(static_cast<int>(values.byLevel.at(place).count()));
        }
    };
    for (std::size_t place = mMinutes.size(); place-- > 0;) {
        auto *minutes = new QSpinBox;
        minutes->setObjectName(u"heat-"_s + toId(static_cast<CaseLevel>(place)));
        minutes->setRange(1, kMostMinutes);
        minutes->setSuffix(tr(" min"));
        minutes->setMinimumWidth(120);
        mMinutes.at(place) = minutes;
        form->addRow(case_words::word(static_cast<CaseLevel>(place)), minutes);
    }
    set(limits);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel |
                                         QDialogButtonBox::RestoreDefaults);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Save"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    buttons->button(QDialogButtonBox::RestoreDefaults)->setText(tr("Usual limits"));
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [set] {
        set(HeatLimits{});
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { emit limitsChosen(this->limits()); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(heading);
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addWidget(buttons);
    setMinimumWidth(440);
    mMinutes.back()->setFocus();
}

HeatLimits HeatDialog::limits() const
{
    HeatLimits limits;
    for (std::size_t place = 0; place < mMinutes.size(); ++place) {
        limits.byLevel.at(place) = std::chrono::minutes(mMinutes.at(place)->value());
    }
    return limits;
}

} // namespace gridward
