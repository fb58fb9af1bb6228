import QtQuick

// The keys for a number, a code or a PIN: few and large, never wider than a hand.
Keyboard {
    id: root

    implicitWidth: 760 * unit
    implicitHeight: rows.length * 140 * unit + (rows.length - 1) * gap
    gap: 16 * unit
    widest: 240 * unit
}
