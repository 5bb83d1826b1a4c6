// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/caseid.h"

#include <QRandomGenerator>

namespace gridward {

namespace {
constexpr int kRandomBitsInRow = 20;
}

QString CaseId::toText() const
{
    return value.toString(QUuid::WithoutBraces);
}

std::optional<CaseId> CaseId::fromText(QStringView text)
{
    const QUuid uuid = QUuid::fromString(text);
    return uuid.isNull() ? std::nullopt : std::optional(CaseId{uuid});
}

CaseId CaseId::make(Instant registered, quint16 high, quint64 low)
{
    const quint64 time = static_cast<quint64>(registered.time_since_epoch().count());
    const auto byte = [](quint64 bits, int shift) {
        return static_cast<uchar>((bits >> shift) & 0xffU);
    };
    return CaseId{QUuid(static_cast<uint>((time >> 16) & 0xffff'ffffU),
                        static_cast<ushort>(time & 0xffffU),
                        static_cast<ushort>(0x7000U | (high & 0x0fffU)),
                        static_cast<uchar>(0x80U | (byte(low, 56) & 0x3fU)),
                        byte(low, 48),
                        byte(low, 40),
                        byte(low, 32),
                        byte(low, 24),
                        byte(low, 16),
                        byte(low, 8),
                        byte(low, 0))};
}

CaseId CaseId::makeRandom(Instant registered)
{
    QRandomGenerator *random = QRandomGenerator::system();
    return make(registered, static_cast<quint16>(random->generate()), random->generate64());
}

qint64 CaseId::rowNumber() const
{
    const quint64 time = (static_cast<quint64>(value.data1) << 16) | value.data2;
    const quint64 low = (static_cast<quint64>(value.data4[5]) << 16) |
                        (static_cast<quint64>(value.data4[6]) << 8) | value.data4[7];
    return static_cast<qint64>((time << kRandomBitsInRow) | (low & 0xf'ffffU));
}

Instant CaseId::registeredAt() const
{
    const quint64 time = (static_cast<quint64>(value.data1) << 16) | value.data2;
    return Instant(std::chrono::milliseconds(static_cast<qint64>(time)));
}

qint64 firstRowNumber(Instant registered)
{
    return static_cast<qint64>(static_cast<quint64>(registered.time_since_epoch().count())
                               << kRandomBitsInRow);
}

} // namespace gridward
