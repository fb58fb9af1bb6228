pragma ComponentBehavior: Bound

import QtQuick

// One part of a board, by its word in the layout.
Loader {
    id: root

    required property string part
    required property var board
    required property var extra
    required property bool portrait
    required property real u

    function componentOf(part: string): Component {
        switch (part) {
        case "header":
            return header;
        case "hero":
            return hero;
        case "calls":
            return calls;
        case "waiting":
            return waiting;
        case "passed":
            return passed;
        case "windows":
            return windows;
        case "notices":
            return notices;
        case "clock":
            return clock;
        }
        return null;
    }

    sourceComponent: extra ? null : componentOf(part)
    onExtraChanged: {
        if (extra)
            setSource(extra.url, { model: extra.model });
    }
    Component.onCompleted: {
        if (extra)
            setSource(extra.url, { model: extra.model });
    }

    Component {
        id: header
        Header {
            objectName: "header"
            board: root.board
            portrait: root.width < 1400 * root.u
            u: root.u
        }
    }

    Component {
        id: hero
        Hero {
            objectName: "hero"
            hero: root.board.hero
            lit: root.board.lit
            u: root.u
        }
    }

    Component {
        id: calls
        Calls {
            objectName: "calls"
            board: root.board
            u: root.u
        }
    }

    Component {
        id: waiting
        Strip {
            objectName: "strip"
            board: root.board
            u: root.u
        }
    }

    Component {
        id: passed
        Passed {
            objectName: "passed"
            board: root.board
            u: root.u
        }
    }

    Component {
        id: windows
        WindowStates {
            objectName: "windows"
            lines: root.board.windows
            u: root.u
        }
    }

    Component {
        id: notices
        Foot {
            objectName: "foot"
            board: root.board
            u: root.u
        }
    }

    Component {
        id: clock
        ClockPart {
            objectName: "clockPart"
            board: root.board
            u: root.u
        }
    }
}
