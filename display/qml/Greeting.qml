pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// Nobody was called yet.
Item {
    id: root

    required property var hero
    required property real u

    LineStack {
        objectName: "welcome"
        x: 40 * root.u
        y: 30 * root.u
        width: parent.width - 2 * x
        height: parent.height * 0.34
        lines: root.hero.headline.slice(0, 1)
        firstSize: 150 * root.u
        restSize: firstSize
        firstBold: true
        align: Text.AlignHCenter
    }

    LineStack {
        objectName: "greeting"
        x: 40 * root.u
        y: parent.height * 0.4
        width: parent.width - 2 * x
        height: parent.height * 0.52
        lines: root.hero.sentences
        firstSize: 80 * root.u
        restSize: 60 * root.u
        align: Text.AlignHCenter
    }
}
