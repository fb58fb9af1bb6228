<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>caller</name>
    <message>
        <source>Call next</source>
        <translation>呼叫下一位</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Open window</source>
        <translation>开放窗口</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Ask for a rating</source>
        <translation>请求评价</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已叫号</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Window console</source>
        <translation>窗口叫号器</translation>
    </message>
    <message>
        <source>Window {window}</source>
        <translation>{window} 号窗口</translation>
    </message>
    <message>
        <source>Window number</source>
        <translation>窗口号</translation>
    </message>
    <message>
        <source>Clerk number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>正在登录……</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Close and sign out</source>
        <translation>关窗并退出</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第{step}步/共{steps}步</translation>
    </message>
    <message>
        <source>The hall&apos;s computer cannot save anything now. It is tried again.</source>
        <translation>大厅主机暂时无法保存数据，正在重试……</translation>
    </message>
    <message>
        <source>{move}: no answer. Whether it was done is not known yet; this page will show it.</source>
        <translation>“{move}”没有收到应答，是否完成尚不确定，以本页稍后显示为准。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复叫号</translation>
    </message>
    <message>
        <source>Pass with a reason</source>
        <translation>过号并选择原因</translation>
    </message>
    <message>
        <source>No reason</source>
        <translation>不填原因</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小窗</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大窗</translation>
    </message>
    <message>
        <source>Nobody at the window</source>
        <translation>窗口没有办事人</translation>
    </message>
    <message>
        <source>called {calls} times</source>
        <translation>已叫 {calls} 次</translation>
    </message>
    <message>
        <source>Why: tier {tier}, {score} points</source>
        <translation>叫号依据：第 {tier} 档，{score} 分</translation>
    </message>
    <message>
        <source>Why: tier {tier}, {score} points; after it {number}</source>
        <translation>叫号依据：第 {tier} 档，{score} 分；其后 {number}</translation>
    </message>
    <message>
        <source>Waiting: {total}</source>
        <translation>等候 {total} 人</translation>
    </message>
    <message>
        <source>longest {time}</source>
        <translation>最长 {time}</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>正在连接……</translation>
    </message>
    <message>
        <source>No connection since {time}. It comes back by itself.</source>
        <translation>{time} 起连接中断，恢复后自动继续。</translation>
    </message>
    <message>
        <source>Nobody is waiting for this window.</source>
        <translation>本窗口暂无等候人员。</translation>
    </message>
    <message>
        <source>{move}: it was not done. Please press again.</source>
        <translation>“{move}”没有完成，请再按一次。</translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not answer. Still trying …</source>
        <translation>大厅主机没有应答，正在重试……</translation>
    </message>
    <message>
        <source>The hall&apos;s computer did not answer. Please try again.</source>
        <translation>大厅主机没有应答，请再试一次。</translation>
    </message>
    <message>
        <source>Signed out without a connection: window {window} was not closed.</source>
        <translation>退出时没有连接，{window} 号窗口未能关闭。</translation>
    </message>
    <message>
        <source>Please fill in all three.</source>
        <translation>请填写全部三项。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Show the bar</source>
        <translation>显示横条</translation>
    </message>
    <message>
        <source>Show the whole console</source>
        <translation>显示完整窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出程序</translation>
    </message>
</context>
</TS>
