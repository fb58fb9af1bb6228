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
        <source>Finish with an outcome</source>
        <translation>办结并记结果</translation>
    </message>
    <message>
        <source>Suspend: the papers go with the visitor</source>
        <translation>挂起：群众带回材料（不持件）</translation>
    </message>
    <message>
        <source>Suspend: the papers stay here</source>
        <translation>挂起：材料留窗口（持件）</translation>
    </message>
    <message>
        <source>Suspend: waits for another step</source>
        <translation>挂起：等待其他环节</translation>
    </message>
    <message>
        <source>Suspended here: go on</source>
        <translation>本窗挂起：解挂</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Call a certain number</source>
        <translation>指定呼叫</translation>
    </message>
    <message>
        <source>Serve without a number</source>
        <translation>无号办理</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Missing papers, told once</source>
        <translation>一次告知缺件</translation>
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
        <source>The hall now</source>
        <translation>大厅实况</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>Issue a number</source>
        <translation>代取号</translation>
    </message>
    <message>
        <source>Find a ticket</source>
        <translation>查找号票</translation>
    </message>
    <message>
        <source>Missing slips</source>
        <translation>缺纸号票</translation>
    </message>
    <message>
        <source>Missing slips: {count}</source>
        <translation>缺票 {count} 张</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>全部区域</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Who comes now</source>
        <translation>现取号等</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>受理业务</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>号票纸</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{least}–{most} min</source>
        <translation>{least}–{most} 分</translation>
    </message>
    <message>
        <source>{open} of {all} open</source>
        <translation>{open}/{all} 开放</translation>
    </message>
    <message>
        <source>no window open</source>
        <translation>没有窗口开放</translation>
    </message>
    <message>
        <source>No numbers now</source>
        <translation>暂无号码</translation>
    </message>
    <message>
        <source>{number}, called</source>
        <translation>{number} 呼叫中</translation>
    </message>
    <message>
        <source>{number}, served</source>
        <translation>{number} 办理中</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>按名称查找</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号码</translation>
    </message>
    <message>
        <source>Taken by staff, marked on the slip</source>
        <translation>帮办代取，号票上注明</translation>
    </message>
    <message>
        <source>Who is it for? You vouch for the class.</source>
        <translation>为谁取号？类别由您证明。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>不打印</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>发号</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Give a class</source>
        <translation>设定类别</translation>
    </message>
    <message>
        <source>Move to a queue</source>
        <translation>转到其他队列</translation>
    </message>
    <message>
        <source>Move to a window</source>
        <translation>转到窗口</translation>
    </message>
    <message>
        <source>First in line</source>
        <translation>排在最前</translation>
    </message>
    <message>
        <source>Let wait again</source>
        <translation>恢复等候</translation>
    </message>
    <message>
        <source>Cancel the ticket</source>
        <translation>作废号票</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打号票</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Serves it first</source>
        <translation>优先受理</translation>
    </message>
    <message>
        <source>Helps after {minutes} min</source>
        <translation>候{minutes}分后协办</translation>
    </message>
    <message>
        <source>Serves it no more</source>
        <translation>不再受理</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>给窗口的消息</translation>
    </message>
    <message>
        <source>To this window</source>
        <translation>发给本窗口</translation>
    </message>
    <message>
        <source>To all windows</source>
        <translation>发给全部窗口</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管窗口</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>{at} {text}</source>
        <translation>{at} {text}</translation>
    </message>
    <message>
        <source>Choose a window in the table</source>
        <translation>请在表中选择窗口</translation>
    </message>
    <message>
        <source>Choose a number in the table</source>
        <translation>请在表中选择号码</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Every visitor has a slip</source>
        <translation>每位群众都有号票</translation>
    </message>
    <message>
        <source>{number} is issued, {ahead} ahead</source>
        <translation>已发 {number}，前面 {ahead} 人</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>No answer. Whether it was done is not known: look before you do it again.</source>
        <translation>没有应答，是否完成尚不清楚：请先查看，再决定是否重做。</translation>
    </message>
    <message>
        <source>Long wait</source>
        <translation>等候较久</translation>
    </message>
    <message>
        <source>Very long wait</source>
        <translation>等候过久</translation>
    </message>
    <message>
        <source>comes later</source>
        <translation>稍后办理</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等候中</translation>
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
        <source>suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>已过号</translation>
    </message>
    <message>
        <source>moved to another queue</source>
        <translation>已转到其他队列</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>none was printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>being printed</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>did not print</source>
        <translation>未打出</translation>
    </message>
    <message>
        <source>may be out; nobody knows</source>
        <translation>可能已打出，无法确认</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>导办员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
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
        <source>no connection</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>nothing can be saved now</source>
        <translation>现在无法保存</translation>
    </message>
    <message>
        <source>under way …</source>
        <translation>正在办理…</translation>
    </message>
    <message>
        <source>another clerk is here</source>
        <translation>窗口另有他人</translation>
    </message>
    <message>
        <source>the window is not open</source>
        <translation>窗口未开放</translation>
    </message>
    <message>
        <source>nobody is here</source>
        <translation>窗口无人</translation>
    </message>
    <message>
        <source>{number} is being served</source>
        <translation>{number} 正在办理</translation>
    </message>
    <message>
        <source>in {seconds} s</source>
        <translation>还需 {seconds} 秒</translation>
    </message>
    <message>
        <source>{number} is here</source>
        <translation>{number} 在窗口</translation>
    </message>
    <message>
        <source>called just now</source>
        <translation>刚刚呼叫过</translation>
    </message>
    <message>
        <source>the hall has no reasons for it</source>
        <translation>大厅未设理由</translation>
    </message>
    <message>
        <source>nothing to take back</source>
        <translation>没有可撤销的</translation>
    </message>
    <message>
        <source>too late for {number}</source>
        <translation>{number} 已过撤销时限</translation>
    </message>
    <message>
        <source>no papers are listed</source>
        <translation>没有材料清单</translation>
    </message>
    <message>
        <source>nobody was served yet</source>
        <translation>还没有办过件</translation>
    </message>
    <message>
        <source>{number} comes back, was finished ({seconds} s)</source>
        <translation>{number} 办结收回（{seconds} 秒）</translation>
    </message>
    <message>
        <source>{number} comes back, was passed ({seconds} s)</source>
        <translation>{number} 过号收回（{seconds} 秒）</translation>
    </message>
    <message>
        <source>{number} comes back, was transferred ({seconds} s)</source>
        <translation>{number} 转办收回（{seconds} 秒）</translation>
    </message>
    <message>
        <source>papers with the visitor</source>
        <translation>不持件</translation>
    </message>
    <message>
        <source>papers here</source>
        <translation>持件</translation>
    </message>
    <message>
        <source>waits for another step</source>
        <translation>等待其他环节</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>{act} · {number}</source>
        <translation>{act} · {number}</translation>
    </message>
    <message>
        <source>No reason</source>
        <translation>不填原因</translation>
    </message>
    <message>
        <source>Finish without an outcome</source>
        <translation>办结，不记结果</translation>
    </message>
    <message>
        <source>Next step: {queue}</source>
        <translation>下一步：{queue}</translation>
    </message>
    <message>
        <source>Finish; next step: {queue}</source>
        <translation>办结，转下一步：{queue}</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 人等候</translation>
    </message>
    <message>
        <source>First in line there</source>
        <translation>到那里排在最前</translation>
    </message>
    <message>
        <source>Comes back to this window</source>
        <translation>办完回本窗口</translation>
    </message>
    <message>
        <source>is gone from here</source>
        <translation>已不在列</translation>
    </message>
    <message>
        <source>{count} changes: show</source>
        <translation>有 {count} 处变化：显示</translation>
    </message>
    <message>
        <source>Send back with the list</source>
        <translation>退办并一次告知</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>打印清单</translation>
    </message>
    <message>
        <source>no printer here</source>
        <translation>本机没有打印机</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>The list is printed.</source>
        <translation>清单已打印。</translation>
    </message>
    <message>
        <source>The list was not printed.</source>
        <translation>清单没有打印出来。</translation>
    </message>
    <message>
        <source>Please look whether the list came out.</source>
        <translation>请看清单是否已打出。</translation>
    </message>
    <message>
        <source>Name, first letters or number</source>
        <translation>名称、拼音首字母或号码</translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>The list did not come.</source>
        <translation>名单没有取到。</translation>
    </message>
    <message>
        <source>Somebody else is at the window now. Nothing was done.</source>
        <translation>窗口已换人，未作任何操作。</translation>
    </message>
    <message>
        <source>finishes {number}</source>
        <translation>{number} 随即办结</translation>
    </message>
    <message>
        <source>Tick what is missing</source>
        <translation>勾选缺少的材料</translation>
    </message>
    <message>
        <source>Call out of turn</source>
        <translation>指呼</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>解挂</translation>
    </message>
    <message>
        <source>Without a number</source>
        <translation>无号办理</translation>
    </message>
    <message>
        <source>{move}: in {seconds} s</source>
        <translation>{move}（{seconds} 秒后）</translation>
    </message>
    <message>
        <source>Call next from any program</source>
        <translation>呼叫下一位（在其他程序中）</translation>
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
