<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>kiosk</name>
    <message>
        <source>Please touch the service you came for</source>
        <translation>请点选您要办理的业务</translation>
    </message>
    <message>
        <source>Please touch your matter</source>
        <translation>请点选要办理的事项</translation>
    </message>
    <message>
        <source>Frequent matters</source>
        <translation>高频事项</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Please touch the department</source>
        <translation>请点选部门</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>按名称查找</translation>
    </message>
    <message>
        <source>Type the name of your matter</source>
        <translation>请输入要办的事项</translation>
    </message>
    <message>
        <source>For example “card”, or the first letters of the pinyin: sbk</source>
        <translation>例如：社保卡，输入拼音首字母 sbk</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>找到 {count} 项</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Type fewer letters, look under the departments, or ask a guide</source>
        <translation>请少输几个字母，或按部门查找，或询问导服人员</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>Pinyin / ABC</source>
        <translation>拼音 / ABC</translation>
    </message>
    <message>
        <source>Tibetan letters</source>
        <translation>藏文</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>退格</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Floor {floor}</source>
        <translation>{floor}楼</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count}人等候</translation>
    </message>
    <message>
        <source>No one waiting</source>
        <translation>无人等候</translation>
    </message>
    <message>
        <source>Window {windows}</source>
        <translation>{windows}号窗口</translation>
    </message>
    <message>
        <source>Windows {windows}</source>
        <translation>{windows}号窗口</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
    <message>
        <source>{count} ahead of you</source>
        <translation>前面还有{count}人</translation>
    </message>
    <message>
        <source>No one ahead of you</source>
        <translation>前面无人等候</translation>
    </message>
    <message>
        <source>Your place: known once the network is back</source>
        <translation>排队位置：网络恢复后可知</translation>
    </message>
    <message>
        <source>About {least}–{most} min to wait</source>
        <translation>预计等候 {least}–{most} 分钟</translation>
    </message>
    <message>
        <source>At most about {most} min to wait</source>
        <translation>预计等候不超过 {most} 分钟</translation>
    </message>
    <message>
        <source>Your turn is very soon</source>
        <translation>很快就轮到您</translation>
    </message>
    <message>
        <source>Time to wait: —</source>
        <translation>预计等候 —</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第{step}步/共{steps}步</translation>
    </message>
    <message>
        <source>{steps} steps</source>
        <translation>分{steps}步办理</translation>
    </message>
    <message>
        <source>Step {step}: {name}</source>
        <translation>第{step}步：{name}</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one}、{other}</translation>
    </message>
    <message>
        <source>{names} (in any order)</source>
        <translation>{names}（顺序不限）</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>暂停取号</translation>
    </message>
    <message>
        <source>From {opens_at}</source>
        <translation>{opens_at}起</translation>
    </message>
    <message>
        <source>Your slip is being printed</source>
        <translation>正在打印号票</translation>
    </message>
    <message>
        <source>Please take your slip</source>
        <translation>请取走您的号票</translation>
    </message>
    <message>
        <source>The slip did not print. Please note your number; your place is safe. A guide can print it.</source>
        <translation>号票未能打印，请记下您的号码，排队位置有效。可请导服人员补打。</translation>
    </message>
    <message>
        <source>Please take your slip. Is there none? Note your number; your place is safe. A guide can print it.</source>
        <translation>请取号票。如未出票，请记下您的号码，排队位置有效，可请导服人员补打。</translation>
    </message>
    <message>
        <source>Please note your number. No slips are printed here.</source>
        <translation>本机不打印号票，请记下您的号码。</translation>
    </message>
    <message>
        <source>Slips cannot be printed now. Your number will be shown on the screen, or ask a guide.</source>
        <translation>暂时不能打印号票，号码将显示在屏幕上，也可咨询导服人员。</translation>
    </message>
    <message>
        <source>You may lay your identity card on the reader. Neither its number nor your name is kept.</source>
        <translation>可将身份证放在读卡器上，不保存您的证件号码和姓名。</translation>
    </message>
    <message>
        <source>You may lay your identity card on the reader. Its number is not kept, nor your name unless you want it.</source>
        <translation>可将身份证放在读卡器上，不保存您的证件号码；未经您同意也不保存姓氏。</translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation>{name}，您好</translation>
    </message>
    <message>
        <source>Please wait until your number is called</source>
        <translation>请等候叫号</translation>
    </message>
    <message>
        <source>Your number was called. Please ask a guide</source>
        <translation>已过号，请咨询导服人员</translation>
    </message>
    <message>
        <source>Please come back as you were told at the window</source>
        <translation>请按窗口告知的时间再来办理</translation>
    </message>
    <message>
        <source>This visit is over</source>
        <translation>本次业务已结束</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Assisted</source>
        <translation>帮办</translation>
    </message>
    <message>
        <source>Offline number · valid</source>
        <translation>离线取号 · 号码有效</translation>
    </message>
    <message>
        <source>Issued while the network was down. The number is valid: your place counts from the time on this slip and joins the queue when the network is back. Please listen to the guides.</source>
        <translation>本号在网络中断时取得，号码有效：按票上时间排队，网络恢复后计入队列。请留意导服人员通知。</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>我还需要时间</translation>
    </message>
    <message>
        <source>Large type</source>
        <translation>大字版</translation>
    </message>
    <message>
        <source>Usual type</source>
        <translation>标准版</translation>
    </message>
    <message>
        <source>Back to the start in {seconds} s</source>
        <translation>{seconds}秒后返回首页</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Temporarily out of service</source>
        <translation>暂停服务</translation>
    </message>
    <message>
        <source>No numbers can be issued at the moment</source>
        <translation>暂时无法取号</translation>
    </message>
    <message>
        <source>No numbers now</source>
        <translation>暂无号码</translation>
    </message>
    <message>
        <source>Please ask a guide</source>
        <translation>请咨询导服人员</translation>
    </message>
    <message>
        <source>Phone {phone}</source>
        <translation>服务电话 {phone}</translation>
    </message>
    <message>
        <source>Touch what applies to you. It counts for your next number only.</source>
        <translation>请点选适用的项目，仅对下一个号码有效</translation>
    </message>
    <message>
        <source>Which of these are you?</source>
        <translation>请选择您的类别</translation>
    </message>
    <message>
        <source>By identity card</source>
        <translation>凭身份证</translation>
    </message>
    <message>
        <source>Given by a guide</source>
        <translation>请找导服人员办理</translation>
    </message>
    <message>
        <source>I take it for a person who cannot</source>
        <translation>替行动不便者取号</translation>
    </message>
    <message>
        <source>None of it</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>短信提醒</translation>
    </message>
    <message>
        <source>Shortly before your turn</source>
        <translation>快轮到您时提醒</translation>
    </message>
    <message>
        <source>Type your mobile number: a message is sent shortly before your turn</source>
        <translation>请输入手机号码：快轮到您时，会有短信提醒</translation>
    </message>
    <message>
        <source>Used for this visit only: kept encrypted, nobody sees all of it, erased after {days} days</source>
        <translation>仅用于本次办事：加密保存，工作人员看不到全号，{days}天后删除</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号码</translation>
    </message>
    <message>
        <source>Come back from {opens_at}</source>
        <translation>请于 {opens_at} 起再来取号</translation>
    </message>
    <message>
        <source>Ask at the guide desk when numbers are given again</source>
        <translation>请到导服台询问何时恢复取号</translation>
    </message>
    <message>
        <source>Choose another matter, if that helps you too</source>
        <translation>如果其他事项也可以，请另选事项</translation>
    </message>
    <message>
        <source>Or book a time on another day</source>
        <translation>或预约其他日期</translation>
    </message>
    <message>
        <source>Ask at the guide desk: a guide can help at once</source>
        <translation>请到导服台，导服人员可立即帮您</translation>
    </message>
    <message>
        <source>Try it once more</source>
        <translation>请再试一次</translation>
    </message>
    <message>
        <source>Wait a few minutes and try again</source>
        <translation>请稍等几分钟再试</translation>
    </message>
    <message>
        <source>Keep the number you hold: it stays valid</source>
        <translation>请保留手中的号票，号码仍然有效</translation>
    </message>
    <message>
        <source>See how long you still wait</source>
        <translation>可查看还要等多久</translation>
    </message>
    <message>
        <source>Come back tomorrow, or send somebody else</source>
        <translation>请明天再来，或请他人代办</translation>
    </message>
    <message>
        <source>Lay your identity card flat on the reader</source>
        <translation>请把身份证平放在读卡区</translation>
    </message>
    <message>
        <source>Leave it there until your name is shown</source>
        <translation>请不要移动，直到显示您的姓名</translation>
    </message>
    <message>
        <source>No card with you? Ask at the guide desk</source>
        <translation>没带身份证？请到导服台</translation>
    </message>
    <message>
        <source>Go on without a card: most numbers need none</source>
        <translation>不刷身份证也可取号：多数事项不需要</translation>
    </message>
    <message>
        <source>Look at the code of your booking and enter it again</source>
        <translation>请核对预约码，重新输入</translation>
    </message>
    <message>
        <source>Take an ordinary number instead</source>
        <translation>请改取普通号</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>请另选时间</translation>
    </message>
    <message>
        <source>Come back from {opens_at}: your booking stays valid</source>
        <translation>请于 {opens_at} 起再来，预约仍然有效</translation>
    </message>
    <message>
        <source>Tell a guide that you have booked</source>
        <translation>请告诉导服人员您已预约</translation>
    </message>
    <message>
        <source>Look at the number on your slip and enter it again</source>
        <translation>请核对号票上的号码，重新输入</translation>
    </message>
    <message>
        <source>Take a new number</source>
        <translation>请重新取号</translation>
    </message>
    <message>
        <source>Is it your number? Go to the window and tell the clerk</source>
        <translation>是您的号码吗？请到窗口告诉工作人员</translation>
    </message>
    <message>
        <source>Scan the code of your slip or of your booking</source>
        <translation>请扫描号票或预约的二维码</translation>
    </message>
    <message>
        <source>Look at the phone number and enter it again</source>
        <translation>请核对手机号码，重新输入</translation>
    </message>
    <message>
        <source>Or go on without messages: your number is called all the same</source>
        <translation>或不留手机号：同样会叫号</translation>
    </message>
    <message>
        <source>Choose again from what is offered now</source>
        <translation>请从现有事项中重新选择</translation>
    </message>
    <message>
        <source>Or use the next machine</source>
        <translation>或使用旁边的取号机</translation>
    </message>
    <message>
        <source>Sign in once more</source>
        <translation>请重新登录</translation>
    </message>
    <message>
        <source>Until {opens_at}</source>
        <translation>到 {opens_at} 为止</translation>
    </message>
    <message>
        <source>For this half-day, until {opens_at}</source>
        <translation>本半天，到 {opens_at} 为止</translation>
    </message>
    <message>
        <source>For today</source>
        <translation>今天之内</translation>
    </message>
    <message>
        <source>A few minutes</source>
        <translation>几分钟</translation>
    </message>
    <message>
        <source>Only for the moment: it can be tried again at once</source>
        <translation>只是暂时的，可马上再试</translation>
    </message>
    <message>
        <source>Until the network is back; that is tried all the time</source>
        <translation>到网络恢复为止，系统正在自动重试</translation>
    </message>
    <message>
        <source>Until the staff have seen to it</source>
        <translation>到工作人员处理好为止</translation>
    </message>
    <message>
        <source>This will not change by waiting</source>
        <translation>等待不会改变，请按上面办理</translation>
    </message>
    <message>
        <source>Scan to follow on your phone</source>
        <translation>扫码在手机上看进度</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>请触摸屏幕开始</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>Since {since}</source>
        <translation>从 {since} 起</translation>
    </message>
    <message>
        <source>The staff were told at {told}</source>
        <translation>{told} 已通知工作人员</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>预约时间</translation>
    </message>
    <message>
        <source>Enter the code</source>
        <translation>输入预约码</translation>
    </message>
    <message>
        <source>My place in the queue</source>
        <translation>查询排队进度</translation>
    </message>
    <message>
        <source>This machine is not connected to the network</source>
        <translation>本机未接入网络</translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not answer on the network</source>
        <translation>大厅主机在网络上没有应答</translation>
    </message>
    <message>
        <source>The hall&apos;s computer is there, its program is not running</source>
        <translation>大厅主机在线，但程序未运行</translation>
    </message>
    <message>
        <source>This machine is not yet admitted to the hall</source>
        <translation>本机尚未获准接入大厅</translation>
    </message>
    <message>
        <source>The hall&apos;s computer cannot save anything</source>
        <translation>大厅主机暂时无法保存数据</translation>
    </message>
    <message>
        <source>This machine is out of order</source>
        <translation>本机暂停使用</translation>
    </message>
    <message>
        <source>The staff have shut it</source>
        <translation>工作人员已停用本机</translation>
    </message>
    <message>
        <source>No slips can be printed here now</source>
        <translation>本机暂时不能打印号票</translation>
    </message>
    <message>
        <source>Please use the next machine or ask a guide</source>
        <translation>请使用旁边的取号机，或询问导服人员</translation>
    </message>
    <message>
        <source>Please ask a guide: numbers you hold stay valid</source>
        <translation>请询问导服人员；已取的号码仍然有效</translation>
    </message>
    <message>
        <source>It goes on by itself</source>
        <translation>恢复后自动继续</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Type the PIN of this machine&apos;s staff page</source>
        <translation>请输入本机维护密码</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>That is not the PIN</source>
        <translation>密码不对</translation>
    </message>
    <message>
        <source>That is not the PIN. Again in {seconds} s</source>
        <translation>密码不对，{seconds} 秒后可再输入</translation>
    </message>
    <message>
        <source>Back to the visitors</source>
        <translation>返回取号界面</translation>
    </message>
    <message>
        <source>No PIN is set for the staff page</source>
        <translation>尚未设置维护密码</translation>
    </message>
    <message>
        <source>On the core&apos;s machine run: hallcall hall pin</source>
        <translation>在主机上运行：hallcall hall pin</translation>
    </message>
    <message>
        <source>Put the line it prints below [kiosk] in the hall file</source>
        <translation>把打印出的一行放到大厅文件的 [kiosk] 下</translation>
    </message>
    <message>
        <source>Import the hall file; this machine knows it at once</source>
        <translation>导入大厅文件，本机立即生效</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Hall&apos;s computer</source>
        <translation>大厅主机</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>最新事件号</translation>
    </message>
    <message>
        <source>Numbers kept for a lost line</source>
        <translation>断网备用号码</translation>
    </message>
    <message>
        <source>Not yet handed in</source>
        <translation>尚未上报</translation>
    </message>
    <message>
        <source>Everything is well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>This machine is shut to visitors</source>
        <translation>本机已对群众停用</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理办法</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>读卡器</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫码器</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Works in part</source>
        <translation>部分可用</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Put in a new roll and close the cover; numbers print again by themselves</source>
        <translation>装入新纸卷并合上盖子，之后自动恢复打印</translation>
    </message>
    <message>
        <source>Keep a new roll ready</source>
        <translation>请准备好新纸卷</translation>
    </message>
    <message>
        <source>Close the cover until it clicks</source>
        <translation>请合上盖子直到听见咔哒声</translation>
    </message>
    <message>
        <source>Switch the printer off, take out the paper, switch it on</source>
        <translation>请关闭打印机，取出卡纸，再打开</translation>
    </message>
    <message>
        <source>Switch the printer off and on; if that does not help, call the technician</source>
        <translation>请重启打印机；若仍不行，请联系技术人员</translation>
    </message>
    <message>
        <source>Press the printer&apos;s feed key; look at its lamps</source>
        <translation>请按打印机进纸键，并看指示灯</translation>
    </message>
    <message>
        <source>Look at its power and its cable</source>
        <translation>请检查电源和连接线</translation>
    </message>
    <message>
        <source>Nothing: cards are read again once the hall&apos;s computer is heard</source>
        <translation>无需处理：主机恢复后可继续读卡</translation>
    </message>
    <message>
        <source>Pull the reader&apos;s cable and plug it in again</source>
        <translation>请拔下读卡器连接线再插上</translation>
    </message>
    <message>
        <source>Switch it off and on; if that does not help, call the technician</source>
        <translation>请重启该设备；若仍不行，请联系技术人员</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>打印测试</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>The slip is out: look at its edges and its code</source>
        <translation>号票已打出：请看边缘和二维码是否清楚</translation>
    </message>
    <message>
        <source>It did not print</source>
        <translation>没有打出</translation>
    </message>
    <message>
        <source>The printer does not tell: look whether a slip is out</source>
        <translation>打印机没有回报：请看号票是否打出</translation>
    </message>
    <message>
        <source>Read a card</source>
        <translation>试读身份证</translation>
    </message>
    <message>
        <source>Lay a card on the reader</source>
        <translation>请把身份证放在读卡区</translation>
    </message>
    <message>
        <source>No card can be read now</source>
        <translation>现在无法读卡</translation>
    </message>
    <message>
        <source>Read: {name}, aged {age}</source>
        <translation>已读：{name}，{age} 岁</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>As the hall file says</source>
        <translation>大厅文件设定</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>调低</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>调高</translation>
    </message>
    <message>
        <source>Speak a sentence</source>
        <translation>试播一句</translation>
    </message>
    <message>
        <source>No voice is set up on this machine</source>
        <translation>本机没有配置语音</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Last self-test</source>
        <translation>上次自检</translation>
    </message>
    <message>
        <source>None since the program began</source>
        <translation>程序启动后尚未自检</translation>
    </message>
    <message>
        <source>{count} to be seen to</source>
        <translation>有 {count} 项需要处理</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>立即自检</translation>
    </message>
    <message>
        <source>Restart the program</source>
        <translation>重启程序</translation>
    </message>
    <message>
        <source>Shut this machine</source>
        <translation>停用本机</translation>
    </message>
    <message>
        <source>Open this machine</source>
        <translation>启用本机</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>我的事项</translation>
    </message>
    <message>
        <source>One number for all, in this order. Touch one to take it off.</source>
        <translation>一个号码依次办理，点选可移除</translation>
    </message>
    <message>
        <source>One more matter</source>
        <translation>再加一项</translation>
    </message>
    <message>
        <source>One number for all</source>
        <translation>取一个号办理全部</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>身份证</translation>
    </message>
    <message>
        <source>Please lay your identity card on the reader and leave it there</source>
        <translation>请将身份证平放在读卡器上，不要移动</translation>
    </message>
    <message>
        <source>This number is given with an identity card only. Not here, or none with you? Ask a guide.</source>
        <translation>此业务须凭身份证取号。不愿在此刷证或未带证件，请找导服人员。</translation>
    </message>
    <message>
        <source>Your age on the card gives you priority. Rather not here? A guide gives it to you, too.</source>
        <translation>凭身份证上的年龄可享优先。不愿在此刷证，导服人员也可办理。</translation>
    </message>
    <message>
        <source>{hall} reads the number, your age and the beginning of your name. No photo, no address, no fingerprint.</source>
        <translation>{hall}读取证件号码、年龄和姓氏，不读取照片、住址和指纹。</translation>
    </message>
    <message>
        <source>Kept is a code made of the number. Its key is destroyed after today: then it says nothing.</source>
        <translation>仅保存由号码生成的编码，密钥当日后销毁，此后编码与您无关。</translation>
    </message>
    <message>
        <source>Shall the screens show {name} when you are called?</source>
        <translation>叫号时，是否在屏幕上显示“{name}”？</translation>
    </message>
    <message>
        <source>Show {name} when I am called</source>
        <translation>叫号时显示“{name}”</translation>
    </message>
    <message>
        <source>Do not show {name}</source>
        <translation>不显示“{name}”</translation>
    </message>
    <message>
        <source>{name} is shown beside your number when you are called. It is erased when the day is over.</source>
        <translation>叫号时，您的号码旁显示“{name}”，当日结束后删除。</translation>
    </message>
    <message>
        <source>The screens show your number only.</source>
        <translation>屏幕只显示您的号码。</translation>
    </message>
    <message>
        <source>Lay your identity card on the reader now</source>
        <translation>请将身份证放在读卡器上</translation>
    </message>
    <message>
        <source>Lay your identity card on the reader now, or give a phone number</source>
        <translation>请将身份证放在读卡器上，或填写手机号码</translation>
    </message>
    <message>
        <source>Give a phone number</source>
        <translation>填写手机号码</translation>
    </message>
    <message>
        <source>Book this time?</source>
        <translation>预约这个时间？</translation>
    </message>
    <message>
        <source>Of your card only a code is kept, from which nobody gets its number; it is gone when that day is over.</source>
        <translation>身份证只保存一个编码，由它得不出证件号码，当天结束后即失效。</translation>
    </message>
    <message>
        <source>Your phone number is kept encrypted, only for messages about this visit, and then erased.</source>
        <translation>手机号码加密保存，只用于本次办事的短信，之后删除。</translation>
    </message>
    <message>
        <source>This matter is booked with an identity card only.</source>
        <translation>此事项须凭身份证预约。</translation>
    </message>
    <message>
        <source>No card can be read here now. Please ask a guide.</source>
        <translation>本机暂时不能读卡，请找导服人员。</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>确认预约</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>您的手机号码</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>My number</source>
        <translation>号码查询</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>全部区域</translation>
    </message>
    <message>
        <source>This is what your number is for</source>
        <translation>您要取号的业务</translation>
    </message>
    <message>
        <source>This number is not for the {count} matters of your list</source>
        <translation>此号不包含“我的事项”中的{count}项</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>{count} numbers left</source>
        <translation>剩余{count}个号</translation>
    </message>
    <message>
        <source>No numbers left for this half-day</source>
        <translation>本半天号已取完</translation>
    </message>
    <message>
        <source>Numbers from {opens_at}</source>
        <translation>{opens_at}起可取号</translation>
    </message>
    <message>
        <source>No papers are listed. A guide can tell you what to bring.</source>
        <translation>未列材料，可咨询导服人员。</translation>
    </message>
    <message>
        <source>Less busy</source>
        <translation>较空闲</translation>
    </message>
    <message>
        <source>Take it there: less busy</source>
        <translation>去较空闲处取号</translation>
    </message>
    <message>
        <source>Print this list</source>
        <translation>打印材料清单</translation>
    </message>
    <message>
        <source>List printed</source>
        <translation>清单已打印</translation>
    </message>
    <message>
        <source>The list is being printed</source>
        <translation>正在打印清单</translation>
    </message>
    <message>
        <source>Please take the list from the printer</source>
        <translation>请取走清单</translation>
    </message>
    <message>
        <source>The list did not print. Please read it here or ask a guide</source>
        <translation>清单未能打印，请在此查看或咨询导服人员</translation>
    </message>
    <message>
        <source>Another matter too</source>
        <translation>还要办其他事项</translation>
    </message>
    <message>
        <source>Add to my list</source>
        <translation>加入我的事项</translation>
    </message>
    <message>
        <source>Priority, help, SMS</source>
        <translation>优先 · 帮办 · 短信</translation>
    </message>
    <message>
        <source>My list: {count}</source>
        <translation>我的事项（{count}）</translation>
    </message>
    <message>
        <source>On your list: {count}. Choose another, or take one number for all</source>
        <translation>已选{count}项，可继续选择，或取一个号一并办理</translation>
    </message>
    <message>
        <source>Messages to {phone}</source>
        <translation>短信 {phone}</translation>
    </message>
    <message>
        <source>For somebody else</source>
        <translation>为他人取号</translation>
    </message>
    <message>
        <source>Take a number</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>The network is down. You can take a number here all the same; it is valid.</source>
        <translation>网络中断，您仍可在此取号，号码有效。</translation>
    </message>
    <message>
        <source>Valid: your place counts from now</source>
        <translation>号码有效，从现在起排队</translation>
    </message>
    <message>
        <source>Guide: sign in</source>
        <translation>导服人员登录</translation>
    </message>
    <message>
        <source>Type your clerk number</source>
        <translation>请输入您的工号</translation>
    </message>
    <message>
        <source>Clerk number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Type your PIN</source>
        <translation>请输入您的密码</translation>
    </message>
    <message>
        <source>For the hall&apos;s guides only</source>
        <translation>仅供大厅导服人员使用</translation>
    </message>
    <message>
        <source>Guide {name} is signed in</source>
        <translation>导服人员{name}已登录</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>The hall now</source>
        <translation>大厅实况</translation>
    </message>
    <message>
        <source>longest {minutes} min</source>
        <translation>最长{minutes}分钟</translation>
    </message>
    <message>
        <source>{open}/{all} windows open</source>
        <translation>窗口开{open}/{all}</translation>
    </message>
    <message>
        <source>no window open</source>
        <translation>没有窗口开放</translation>
    </message>
    <message>
        <source>{open} open, {paused} paused</source>
        <translation>开{open}个，暂停{paused}个</translation>
    </message>
    <message>
        <source>paused: {windows}</source>
        <translation>暂停：{windows}</translation>
    </message>
    <message>
        <source>next: {least}–{most} min</source>
        <translation>新到{least}–{most}分钟</translation>
    </message>
    <message>
        <source>next: at once</source>
        <translation>新到很快叫到</translation>
    </message>
    <message>
        <source>next: —</source>
        <translation>新到：—</translation>
    </message>
    <message>
        <source>Long wait</source>
        <translation>等候过久</translation>
    </message>
    <message>
        <source>The hall&apos;s computer does not answer</source>
        <translation>大厅主机没有应答</translation>
    </message>
    <message>
        <source>What a guide does with tickets needs it. Numbers can still be issued here.</source>
        <translation>导服人员处理号票需要主机。此处仍可取号。</translation>
    </message>
    <message>
        <source>Issue a number</source>
        <translation>代取号</translation>
    </message>
    <message>
        <source>Who is it for? You vouch for the class.</source>
        <translation>为谁取号？类别由您证明。</translation>
    </message>
    <message>
        <source>Choose the matter</source>
        <translation>选择办理事项</translation>
    </message>
    <message>
        <source>Taken by staff, marked on the slip</source>
        <translation>帮办代取，号票上注明</translation>
    </message>
    <message>
        <source>Text message before the turn</source>
        <translation>叫号前发短信</translation>
    </message>
    <message>
        <source>Find a ticket</source>
        <translation>查找号票</translation>
    </message>
    <message>
        <source>Type the number, or scan the slip</source>
        <translation>请输入号码，或扫描号票</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Missing slips</source>
        <translation>缺纸号票</translation>
    </message>
    <message>
        <source>Every visitor has a slip</source>
        <translation>每位群众都有号票</translation>
    </message>
    <message>
        <source>Touch a number to print its slip again</source>
        <translation>请点选号码，补打号票</translation>
    </message>
    <message>
        <source>Ticket {number}</source>
        <translation>号票 {number}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
        <source>called to window {window}</source>
        <translation>已叫到{window}号窗口</translation>
    </message>
    <message>
        <source>served at window {window}</source>
        <translation>正在{window}号窗口办理</translation>
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
        <source>{count} ahead</source>
        <translation>前面{count}人</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>取号时间</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>号票纸</translation>
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
        <source>Print again</source>
        <translation>补打号票</translation>
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
        <source>Let wait again</source>
        <translation>恢复等候</translation>
    </message>
    <message>
        <source>Cancel the ticket</source>
        <translation>作废号票</translation>
    </message>
    <message>
        <source>Where shall the slip of {number} be printed?</source>
        <translation>{number}的号票在哪里打印？</translation>
    </message>
    <message>
        <source>No kiosk has told of a printer</source>
        <translation>没有取号机报告打印机</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not ready yet</source>
        <translation>尚未就绪</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Which class has the visitor of {number}? You vouch for it.</source>
        <translation>{number}的办事群众属于哪一类？由您证明。</translation>
    </message>
    <message>
        <source>To which queue does {number} move?</source>
        <translation>{number}转到哪个队列？</translation>
    </message>
    <message>
        <source>First in line</source>
        <translation>排在最前</translation>
    </message>
    <message>
        <source>Why is {number} cancelled?</source>
        <translation>{number}为什么作废？</translation>
    </message>
    <message>
        <source>Move {number} to “{name}”?</source>
        <translation>把{number}转到“{name}”？</translation>
    </message>
    <message>
        <source>Move {number} to “{name}”, first in line?</source>
        <translation>把{number}转到“{name}”，排在最前？</translation>
    </message>
    <message>
        <source>Let {number} wait again?</source>
        <translation>让{number}恢复等候？</translation>
    </message>
    <message>
        <source>Cancel {number}? Its visitor will not be called any more.</source>
        <translation>作废{number}？这位群众将不再被叫号。</translation>
    </message>
    <message>
        <source>This cannot be taken back</source>
        <translation>此操作无法撤销</translation>
    </message>
    <message>
        <source>Yes, move</source>
        <translation>确认转移</translation>
    </message>
    <message>
        <source>Yes, wait again</source>
        <translation>确认恢复</translation>
    </message>
    <message>
        <source>Yes, cancel</source>
        <translation>确认作废</translation>
    </message>
    <message>
        <source>A copy was sent to the printer {printer}</source>
        <translation>已发送到打印机{printer}补打</translation>
    </message>
    <message>
        <source>The class is “{name}” now</source>
        <translation>类别已改为“{name}”</translation>
    </message>
    <message>
        <source>Moved to “{name}”</source>
        <translation>已转到“{name}”</translation>
    </message>
    <message>
        <source>The visitor waits again</source>
        <translation>已恢复等候</translation>
    </message>
    <message>
        <source>The ticket is cancelled</source>
        <translation>号票已作废</translation>
    </message>
    <message>
        <source>Booking · not a number yet</source>
        <translation>预约单 · 到场后取号</translation>
    </message>
    <message>
        <source>At the kiosk: hold this code before the scanner, or type it</source>
        <translation>到场后在取号机扫此码，或输入预约码</translation>
    </message>
    <message>
        <source>You can cancel it at a kiosk until {at}</source>
        <translation>{at}前可在取号机取消</translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation>今天 {day}</translation>
    </message>
    <message>
        <source>Type the number on your slip, or hold the code on the slip before the scanner</source>
        <translation>请输入号票上的号码，或将号票上的二维码对准扫码口</translation>
    </message>
    <message>
        <source>For example {number}</source>
        <translation>例如 {number}</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>开放时间</translation>
    </message>
    <message>
        <source>Which matter do you book for?</source>
        <translation>请选择要预约的业务</translation>
    </message>
    <message>
        <source>Nothing can be booked here. Please ask a guide.</source>
        <translation>本机不能预约，请咨询导服人员。</translation>
    </message>
    <message>
        <source>On which day?</source>
        <translation>请选择日期</translation>
    </message>
    <message>
        <source>At what time?</source>
        <translation>请选择时段</translation>
    </message>
    <message>
        <source>{count} places free</source>
        <translation>余{count}个</translation>
    </message>
    <message>
        <source>Fully booked</source>
        <translation>已约满</translation>
    </message>
    <message>
        <source>Has begun</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>Your booking code</source>
        <translation>您的预约码</translation>
    </message>
    <message>
        <source>Your booking slip is being printed</source>
        <translation>正在打印预约单</translation>
    </message>
    <message>
        <source>Please take your booking slip and bring it along</source>
        <translation>请取走预约单，到场时带上</translation>
    </message>
    <message>
        <source>Please take your booking slip. Is there none? Note the code; you need it when you come.</source>
        <translation>请取预约单。如未出单，请记下预约码，到场取号要用。</translation>
    </message>
    <message>
        <source>No slip came out. Please note the code; you need it when you come.</source>
        <translation>没有打印预约单，请记下预约码，到场取号要用。</translation>
    </message>
    <message>
        <source>Come between {starts} and {ends}</source>
        <translation>请在{starts}–{ends}到场取号</translation>
    </message>
    <message>
        <source>After {at} you wait like everybody</source>
        <translation>{at}以后到场，按普通号排队</translation>
    </message>
    <message>
        <source>I have booked</source>
        <translation>我已预约</translation>
    </message>
    <message>
        <source>Type your booking code, or hold its square code before the scanner</source>
        <translation>请输入预约码，或将预约二维码对准扫码口</translation>
    </message>
    <message>
        <source>Type your booking code, hold its square code before the scanner, or lay your card on the reader</source>
        <translation>请输入预约码，或将二维码对准扫码口，或将身份证放在读卡器上</translation>
    </message>
    <message>
        <source>Eight digits</source>
        <translation>8位数字</translation>
    </message>
    <message>
        <source>Cancel the booking</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>Cancel this booking?</source>
        <translation>要取消这个预约吗？</translation>
    </message>
    <message>
        <source>Your time goes to somebody else. The code is not valid any more.</source>
        <translation>这个时段将让给别人，预约码随即失效。</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>是，取消预约</translation>
    </message>
    <message>
        <source>No, keep it</source>
        <translation>不，保留</translation>
    </message>
    <message>
        <source>The booking is cancelled</source>
        <translation>预约已取消</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>You have your number already. Lost the slip? Ask a guide.</source>
        <translation>您已取过号。号票丢失请找导服人员。</translation>
    </message>
    <message>
        <source>The hall is closed now</source>
        <translation>大厅现在不开放</translation>
    </message>
    <message>
        <source>Opening hours of the hall</source>
        <translation>大厅开放时间</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>不开放</translation>
    </message>
    <message>
        <source>Closed: {name}</source>
        <translation>不开放：{name}</translation>
    </message>
    <message>
        <source>{hours} (make-up workday)</source>
        <translation>{hours}（调休上班）</translation>
    </message>
    <message>
        <source>Numbers taken before closing are still called.</source>
        <translation>下班前取的号仍会叫到。</translation>
    </message>
    <message>
        <source>Numbers not called before closing are not called any more.</source>
        <translation>下班前没有叫到的号不再叫。</translation>
    </message>
    <message>
        <source>The code on your slip shows your place on your phone too.</source>
        <translation>用手机扫号票上的二维码，也能查看排队。</translation>
    </message>
    <message>
        <source>No numbers are given now</source>
        <translation>现在不能取号</translation>
    </message>
    <message>
        <source>Numbers are given again from {at}</source>
        <translation>{at}起可以取号</translation>
    </message>
    <message>
        <source>At this machine no numbers are given</source>
        <translation>本机不取号</translation>
    </message>
    <message>
        <source>Numbers are given until {at}</source>
        <translation>今天取号到{at}为止</translation>
    </message>
    <message>
        <source>Please go to window {window} now</source>
        <translation>请现在到{window}号窗口</translation>
    </message>
    <message>
        <source>You are being served at window {window}</source>
        <translation>{window}号窗口正在为您办理</translation>
    </message>
    <message>
        <source>Your number was called and nobody came. Take it again here, or ask a guide</source>
        <translation>您的号码已过号。可在此恢复排队，或咨询导服人员</translation>
    </message>
    <message>
        <source>This number is not called any more</source>
        <translation>此号码已作废，不再叫号</translation>
    </message>
    <message>
        <source>Then: {names}</source>
        <translation>之后：{names}</translation>
    </message>
    <message>
        <source>Your place in the queue is lost.</source>
        <translation>您将失去现在的排队位置。</translation>
    </message>
    <message>
        <source>The steps to come are lost too. What is done stays done.</source>
        <translation>后面的步骤也一并取消，已办完的仍然有效。</translation>
    </message>
    <message>
        <source>To be served you need a new number, at the end of the queue.</source>
        <translation>如还要办理，须重新取号，从队尾排起。</translation>
    </message>
    <message>
        <source>Give this number up</source>
        <translation>放弃此号</translation>
    </message>
    <message>
        <source>Give number {number} up?</source>
        <translation>要放弃号码{number}吗？</translation>
    </message>
    <message>
        <source>Yes, give it up</source>
        <translation>是，放弃</translation>
    </message>
    <message>
        <source>Take my number again</source>
        <translation>恢复排队</translation>
    </message>
</context>
</TS>
